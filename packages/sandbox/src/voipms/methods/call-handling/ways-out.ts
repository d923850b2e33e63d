import { StatusError } from '../../status-error.ts';
import type { Resource } from '../resource.ts';

/** Ways to other networks, and from them. */
export const waysOut: readonly Resource[] = [
  {
    table: 'forwardings',
    get: 'getForwardings',
    set: 'setForwarding',
    del: 'delForwarding',
    key: 'forwardings',
    word: 'forwarding',
    required: ['phone_number'],
    fields: {
      phone_number: '',
      callerid_override: '',
      description: '',
      dtmf_digits: '',
      pause: '0',
      diversion_header: '0',
    },
    check({ phone_number = '' }) {
      if (!/^\d{10,15}$/.test(phone_number)) throw new StatusError('invalid_phonenumber');
    },
  },
  {
    table: 'sipUris',
    get: 'getSIPURIs',
    set: 'setSIPURI',
    del: 'delSIPURI',
    key: 'sipuris',
    word: 'sipuri',
    required: ['uri'],
    silent: true,
    fields: { uri: '', description: '', callerid_override: '', callerid_e164: '0' },
    check({ uri = '' }) {
      if (!/^[^@\s]+@[^@\s]+$/.test(uri)) throw new StatusError('invalid_sipuri');
    },
    checkDelete(id, { state }) {
      const isListed = [...state.tables.phonebook.values()].some(({ number }) => number === `sip:${id}`);
      if (isListed) throw new StatusError('sipuri_in_phonebook');
    },
  },
  {
    table: 'disas',
    get: 'getDISAs',
    set: 'setDISA',
    del: 'delDISA',
    key: 'disa',
    word: 'disa',
    required: ['name', 'pin', 'digit_timeout'],
    fields: { name: '', pin: '', digit_timeout: '10', callerid_override: '', language: 'en' },
    check({ pin = '' }) {
      if (!/^\d{4,}$/.test(pin)) throw new StatusError('invalid_pin');
    },
  },
  {
    table: 'callbacks',
    get: 'getCallbacks',
    set: 'setCallback',
    del: 'delCallback',
    key: 'callbacks',
    word: 'callback',
    required: ['description', 'number', 'delay_before', 'response_timeout', 'digit_timeout'],
    fields: {
      description: '',
      number: '',
      delay_before: '',
      response_timeout: '',
      digit_timeout: '',
      callerid_number: '',
    },
    check({ delay_before = '', number = '' }, { state }) {
      if (!/^[1-9]\d*$/.test(delay_before)) throw new StatusError('invalid_delay_before');
      if (state.tables.dids.has(number)) throw new StatusError('existing_did');
    },
  },
];
