import type { MethodCall } from '../method.ts';
import { given, required } from '../parameters.ts';
import type { Row } from '../state/account-state.ts';
import { didRow } from '../state/rows.ts';
import { StatusError } from '../status-error.ts';
import { requireFailover, requireRoute } from './routes.ts';
import { requirePop } from './servers.ts';

const LONGEST_PREFIX = 20;
const LONGEST_NOTE = 50;
const LONGEST_DIALTIME = 60;
const FAILOVERS = ['failover_busy', 'failover_unreachable', 'failover_noanswer'] as const;
const AS_GIVEN = [
  'port_out_pin',
  'record_calls',
  'transcribe',
  'transcription_locale',
  'transcription_email',
  'transcription_redaction',
  'transcription_summary',
  'transcription_sentiment',
  'transcription_start_delay',
  'voicemail_threshold',
  'inbound_dialing_mode',
  'sms_sipaccount',
  'sms_sipaccount_enabled',
] as const;

/**
 * The settings of a number as a whole: what is left out becomes what a new number has.
 * @throws StatusError for the first that is missing or not valid.
 */
export function readDidSettings({ state, parameters }: MethodCall): Row {
  const unset = didRow({ did: '', port_out_pin: '' });
  const routing = requireRoute(required(parameters, 'routing'), { none: true });
  const pop = requirePop(parameters);
  const dialtime = required(parameters, 'dialtime');
  const cnam = required(parameters, 'cnam');
  const billing_type = required(parameters, 'billing_type');
  const callerid_prefix = parameters.get('callerid_prefix') ?? '';
  const note = parameters.get('note') ?? '';
  const voicemail = given(parameters, 'voicemail') ?? '0';
  if (!/^\d+$/.test(dialtime) || Number(dialtime) > LONGEST_DIALTIME) throw new StatusError('invalid_dialtime');
  if (!/^[01]$/.test(cnam)) throw new StatusError('invalid_cnam');
  if (!/^[12]$/.test(billing_type)) throw new StatusError('invalid_billingtype');
  if (callerid_prefix.length > LONGEST_PREFIX) throw new StatusError('invalid_calleridprefix');
  if (note.length > LONGEST_NOTE) throw new StatusError('invalid_note');
  if (voicemail !== '0' && !state.tables.voicemails.has(voicemail)) throw new StatusError('invalid_mailbox');
  return {
    routing,
    pop,
    dialtime,
    cnam,
    billing_type,
    callerid_prefix,
    note,
    voicemail,
    ...Object.fromEntries(FAILOVERS.map((name) => [name, requireFailover(given(parameters, name) ?? 'none:')])),
    ...Object.fromEntries(AS_GIVEN.map((name) => [name, parameters.get(name) ?? unset[name] ?? ''])),
  };
}
