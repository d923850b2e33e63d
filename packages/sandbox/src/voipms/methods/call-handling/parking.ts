import type { Resource } from '../resource.ts';

/** Where calls wait, and what is dialled by itself. */
export const parking: readonly Resource[] = [
  {
    table: 'callParkings',
    get: 'getCallParking',
    set: 'setCallParking',
    del: 'delCallParking',
    key: 'call_hunting',
    word: 'callparking',
    required: ['name', 'timeout', 'language', 'destination', 'delay'],
    fields: {
      name: '',
      timeout: '',
      musiconhold: 'default',
      failover: 'none:',
      language: 'en',
      destination: '',
      delay: '',
      blf_lamps: '0',
    },
  },
  {
    table: 'sequences',
    get: 'getSequences',
    key: 'sequences',
    parameter: 'sequence',
    word: 'sequence',
    none: 'no_sequences',
    fields: {},
  },
];
