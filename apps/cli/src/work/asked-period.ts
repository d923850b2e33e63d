import { namedPeriod, Period, TelephonyError } from '@voxolib/telephony';
import type { CommandContext } from '../command-context.ts';

/** How the tools take a period. */
export type PeriodChoice = ({ period: string } | { start_date: string; end_date: string }) & { tz: string };

/** The period that was typed: a name, or two days. */
export function periodChoice(
  words: readonly string[],
  options: CommandContext['options'],
  usual: string,
): PeriodChoice {
  const tz = String(options.tz ?? '');
  const [first, second, ...more] = words;
  if (more.length > 0) {
    throw new TelephonyError('INVALID_INPUT', 'A period is one name, or its first and its last day.', {
      field: 'period',
    });
  }
  if (second !== undefined && first !== undefined) return { start_date: first, end_date: second, tz };
  return { period: first ?? usual, tz };
}

/** The days that were typed, for what takes days alone. @throws INVALID_INPUT when they are none of the calendar. */
export function askedDays(words: readonly string[], options: CommandContext['options'], usual: string): Period {
  const choice = periodChoice(words, options, usual);
  const { data, error } = Period.safeParse({ ...rangeOf(choice), tz: choice.tz });
  if (data !== undefined) return data;
  const [issue] = error.issues;
  const field = issue?.path.join('.') || 'period';
  throw new TelephonyError('INVALID_INPUT', `${field} ${issue?.message ?? 'is wrong'}.`, { field });
}

function rangeOf(choice: PeriodChoice): { start_date: string; end_date: string } {
  if (!('period' in choice)) return { start_date: choice.start_date, end_date: choice.end_date };
  const { data: tz, error } = Period.shape.tz.safeParse(choice.tz);
  if (tz === undefined) throw new TelephonyError('INVALID_INPUT', `tz ${error?.issues[0]?.message}.`, { field: 'tz' });
  const { start_date, end_date } = namedPeriod(choice.period, tz, new Date());
  return { start_date, end_date };
}
