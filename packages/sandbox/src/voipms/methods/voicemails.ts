import type { MethodCall, Methods } from '../method.ts';
import { given, required } from '../parameters.ts';
import type { Row } from '../state/account-state.ts';
import { StatusError } from '../status-error.ts';

const REQUIRED = [
  'name',
  'password',
  'skip_password',
  'attach_message',
  'delete_message',
  'say_time',
  'timezone',
  'say_callerid',
  'play_instructions',
  'language',
] as const;

const DEFAULTS: Row = {
  email: '',
  email_attachment_format: 'wav49',
  unavailable_message_recording: '',
  transcription: 'no',
  transcription_locale: '',
  transcription_redaction: 'no',
  transcription_summary: 'no',
  transcription_sentiment: 'no',
};

export const voicemailMethods: Methods = {
  /** With the password in clear, as the API has it. */
  getVoicemails: ({ state, parameters }) => {
    const asked = given(parameters, 'mailbox');
    const rows = [...state.tables.voicemails.values()].filter((row) => asked === undefined || row.mailbox === asked);
    if (rows.length === 0) throw new StatusError('no_mailbox');
    const messages = [...state.tables.messages.values()];
    return {
      voicemails: rows.map((row) => {
        const unheard = messages.filter((message) => message.mailbox === row.mailbox && message.listened === 'no');
        const urgent = unheard.filter((message) => message.urgent === 'yes');
        return { ...row, new: String(unheard.length), urgent: String(urgent.length) };
      }),
    };
  },
  createVoicemail: (call) => write(call, required(call.parameters, 'digits', 'mailbox'), { isNew: true }),
  setVoicemail: (call) => write(call, required(call.parameters, 'mailbox'), { isNew: false }),
  delVoicemail: ({ state, parameters }) => {
    if (!state.tables.voicemails.delete(required(parameters, 'mailbox'))) throw new StatusError('invalid_mailbox');
    return {};
  },
};

function write({ state, parameters }: MethodCall, mailbox: string, { isNew }: { isNew: boolean }) {
  if (state.tables.voicemails.has(mailbox) === isNew)
    throw new StatusError(isNew ? 'used_extension' : 'invalid_mailbox');
  const row: Row = { mailbox };
  for (const name of REQUIRED) row[name] = required(parameters, name);
  if (!/^\d{4}$/.test(row.password ?? '')) throw new StatusError('invalid_password');
  for (const [name, otherwise] of Object.entries(DEFAULTS)) row[name] = parameters.get(name) ?? otherwise;
  state.tables.voicemails.set(mailbox, row);
  return isNew ? { mailbox } : {};
}
