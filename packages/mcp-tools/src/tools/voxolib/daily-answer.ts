import { addCallCounts, CallCount, type CallDay, DailyCallReport } from '@voxolib/telephony';
import { groupOf, type TimeGroup } from '@voxolib/telephony/reports';
import { z } from 'zod';
import { orCoarser } from '../../budget.ts';

/** The daily report; or, where its days do not fit the size of an answer, the same in longer groups, which is said. */
export const DailyAnswer = DailyCallReport.extend({
  groups: z
    .array(z.object({ group: z.string(), ...CallCount.shape }))
    .optional()
    .describe('Instead of days, when these do not fit'),
  coarsened: z.string().optional(),
});
type DailyAnswer = z.infer<typeof DailyAnswer>;

/** Gives a daily report its coarser forms. */
export function dailyAnswer(report: DailyCallReport): DailyAnswer {
  const { days, ...rest } = report;
  const grouped = (by: TimeGroup): DailyAnswer => ({
    ...rest,
    days: [],
    groups: groupDays(days, by),
    coarsened: `Grouped by ${by} instead of day to fit the size of an answer; totals are the same. For each day, ask for a shorter period.`,
  });
  return orCoarser<DailyAnswer>(report, () => orCoarser(grouped('week'), () => grouped('month')));
}

function groupDays(days: readonly CallDay[], by: TimeGroup) {
  const names = [...new Set(days.map(({ date }) => groupOf(date, by)))];
  return names.map((group) => ({ group, ...addCallCounts(days.filter(({ date }) => groupOf(date, by) === group)) }));
}
