import { resolvePeriod, TelephonyError } from '@voxolib/telephony';
import { slicesOf } from '@voxolib/telephony/reports';
import { voipmsContract, type WireRow } from '@voxolib/voipms';
import type { Answer } from '../answers/answer.ts';
import { rowsTable } from '../answers/rows-table.ts';
import type { CommandContext } from '../command-context.ts';
import { progressBar } from '../terminal/progress-bar.ts';
import { readRequest } from '../voipms/request.ts';
import { askedDays } from './asked-period.ts';
import { periodInWords } from './notes.ts';
import { planAnswer } from './plan-answer.ts';
import { clientOf } from './voipms-client.ts';

const STATUSES = ['answered', 'noanswer', 'busy', 'failed'] as const;
/** What people call the filters, and what VoIP.ms does. */
const FILTERS: Readonly<Record<string, string>> = {
  account: 'account',
  type: 'calltype',
  calltype: 'calltype',
  billing: 'callbilling',
  callbilling: 'callbilling',
};

/** Single calls of any period as VoIP.ms sends them, of all statuses unless told, newest first. */
export async function cdr(words: readonly string[], context: CommandContext): Promise<Answer> {
  const tz = voipmsContract.serverZone.value;
  const period = resolvePeriod(
    askedDays(
      words.filter((word) => !word.includes('=')),
      { tz },
      'last_7_days',
    ),
    { maxYears: 5, now: new Date() },
  );
  const filters = readFilters(words.filter((word) => word.includes('=')));
  const slices = slicesOf(period.start_date, period.end_date, voipmsContract.sliceDays.value).toReversed();
  const requests = slices.map(({ start_date, end_date }) => ({
    date_from: start_date,
    date_to: end_date,
    timezone: voipmsContract.timezone.value,
    ...filters,
  }));
  const client = await clientOf(context);
  if (context.options.dryRun === true)
    return planAnswer(client.dryRun('getCDR', requests[0]), slicesNote(slices.length), false);
  const progress = progressBar(context.terminal);
  const rows: WireRow[] = [];
  try {
    for (const [index, request] of requests.entries()) {
      for (const row of await client.rows('getCDR', request, { signal: context.signal })) rows.push(row);
      progress.update(index + 1, requests.length);
    }
  } finally {
    progress.end();
  }
  return {
    data: { period, cdr: rows },
    raw: rows,
    title: `Single calls, ${periodInWords(period)}`,
    tables: [{ ...rowsTable(rows.map(shown)) }],
    csv: rowsTable(rows),
    notes: [
      `${rows.length} rows as VoIP.ms lists them: times are US and Canada Eastern, and an inbound call may be there twice.`,
    ],
  };
}

/** What fits on a screen of a row. */
function shown({ date, callerid, destination, disposition, duration, account, total }: WireRow): object {
  return { date, callerid, destination, disposition, duration, account, total };
}

function readFilters(words: readonly string[]): Record<string, string> {
  const { status, ...others } = readRequest('cdr', words).params;
  const statuses = status === undefined ? [...STATUSES] : status.split(',').map(readStatus);
  const named = Object.entries(others).map(([name, value]) => {
    const known = Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined;
    if (known !== undefined) return [known, value];
    throw refuse(name, `cdr has no filter ${name}. It has: account, type, billing, status.`);
  });
  return { ...Object.fromEntries(named), ...Object.fromEntries(statuses.map((one) => [one, '1'])) };
}

function readStatus(word: string): (typeof STATUSES)[number] {
  const status = STATUSES.find((known) => known === word.toLowerCase().replaceAll(/[\s_-]/g, ''));
  if (status !== undefined) return status;
  throw refuse('status', `A status is one of ${STATUSES.join(', ')}.`);
}

function slicesNote(slices: number): string[] {
  return slices === 1 ? [] : [`The period would be read in ${slices} parts, of which this is the first.`];
}

function refuse(field: string, message: string): TelephonyError {
  return new TelephonyError('INVALID_INPUT', message, { provider: 'voipms', field });
}
