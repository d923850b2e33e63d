import type { CommandDefinition } from '../command-line/definition.ts';
import { periodArgument, zoneOption } from './period-arguments.ts';
import { reportOptions } from './report-options.ts';

export const stats: CommandDefinition = {
  name: 'stats',
  summary: 'Totals, rates, best and worst day, and groups of any period',
  details:
    'The figures of the tool call_stats, of every account that has a credential. Without a period: the last 30 days. ' +
    'Group by day, week, month, quarter, year, weekday, product, status or family, or by two of them with a comma.',
  arguments: [periodArgument],
  options: [
    ...reportOptions,
    {
      flags: '--group-by <groups>',
      summary: 'One grouping, or two with a comma; none for totals alone',
      default: 'day',
    },
    { flags: '--sort-by <figure>', summary: 'Rank the groups by this figure' },
    { flags: '--order <order>', summary: 'Of a ranking', choices: ['desc', 'asc'], default: 'desc' },
    { flags: '--top <count>', summary: 'Keep so many groups; the others are added up' },
    { flags: '--min-calls <count>', summary: 'Leave groups of fewer calls out of a ranking' },
    zoneOption,
  ],
  examples: [
    'voxolib stats last_month',
    'voxolib stats 2026 --group-by month,product',
    'voxolib stats last_30_days --sort-by missed_pct --top 5',
  ],
  load: async () => (await import('../work/stats.ts')).stats,
};
