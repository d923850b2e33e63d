import type { Provider } from '@voxolib/telephony';
import { balance } from '../account/balance.ts';
import { lines } from '../account/lines.ts';
import { numberCounts } from '../account/numbers.ts';
import { callRecords } from '../calls/call-records.ts';
import { callReports } from '../calls/call-reports.ts';
import { readOptions, type VoipmsOptions } from '../options.ts';
import { callerIdFilters, phonebook } from '../phonebook/phonebook.ts';
import { recordings } from '../recordings/recordings.ts';
import { createSession } from '../session.ts';
import { transcripts } from '../transcripts/transcripts.ts';

export { judgeAccount } from './judge-account.ts';
export type { VoipmsOptions };

type Groups =
  | 'calls'
  | 'numbers'
  | 'records'
  | 'balance'
  | 'lines'
  | 'phonebook'
  | 'callerIdFilters'
  | 'recordings'
  | 'transcripts';

/** The groups that VoIP.ms has. */
export type VoipmsProvider = Provider & Required<Pick<Provider, Groups>>;

/** VoIP.ms as a provider: the groups listed here are exactly what it can do. */
export function voipms(options: VoipmsOptions): VoipmsProvider {
  const session = createSession(readOptions(options));
  return {
    id: 'voipms',
    title: 'VoIP.ms',
    calls: callReports(session),
    numbers: numberCounts(session),
    records: callRecords(session),
    balance: balance(session),
    lines: lines(session),
    phonebook: phonebook(session),
    callerIdFilters: callerIdFilters(session),
    recordings: recordings(session),
    transcripts: transcripts(session),
  };
}
