import { addDays, dateIn, namedPeriod } from '@voxolib/telephony';
import { groupOf } from '@voxolib/telephony/reports';

export type PeriodUnit = 'week' | 'month' | 'quarter' | 'year';

/** The names of the unit that today lies in and of those before it, the current one first: `2026-03`, `2026-02`, … */
export function recentPeriods(unit: PeriodUnit, count: number, tz: string, now: Date): string[] {
  const names: string[] = [];
  let date = dateIn(tz, now);
  while (names.length < count) {
    const name = groupOf(date, unit);
    names.push(name);
    date = addDays(namedPeriod(name, tz, now).start_date, -1);
  }
  return names;
}
