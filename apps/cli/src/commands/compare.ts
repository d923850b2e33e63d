import type { CommandDefinition } from '../command-line/definition.ts';
import { periodArgument, zoneOption } from './period-arguments.ts';
import { reportOptions } from './report-options.ts';

export const compare: CommandDefinition = {
  name: 'compare',
  summary: 'Compare a period with others: change of every figure, rates in points, what moved most',
  details:
    'The figures of the tool compare_periods, of every account that has a credential. Without a period: this month so far, with the same days of the month before.',
  arguments: [periodArgument],
  options: [
    {
      flags: '--against <periods>',
      summary:
        'Up to three with commas: previous, same_last_year, same_last_year_by_weekday, or periods by name or as two dates with a slash',
      default: 'previous',
    },
    ...reportOptions,
    { flags: '--group-by <group>', summary: 'Also compare group by group' },
    zoneOption,
  ],
  examples: [
    'voxolib compare',
    'voxolib compare last_month --against same_last_year,2025-10',
    'voxolib compare 2026-Q3 --group-by month',
  ],
  load: async () => (await import('../work/compare.ts')).compare,
};
