import { type DateRange, type NamedPeriod, otherPeriod, referencePeriods, TelephonyError } from '@voxolib/telephony';
import {
  comparePeriods as compute,
  countedDates,
  type FigureCell,
  groupings,
  type LongReport,
  PeriodComparison,
  type PeriodFigures,
  toCallCells,
  toMinuteCells,
  warningsOf,
  wholeDates,
} from '@voxolib/telephony/reports';
import { z } from 'zod';
import { MaxTokens } from '../../budget.ts';
import { type CallContext, defineTool, READS } from '../../tool.ts';
import { coarserGroups } from './coarser-groups.ts';
import { checked, periodInput, readPeriod } from './period-input.ts';
import {
  Account,
  Fresh,
  Measure,
  Product,
  type ProductRead,
  type ReadRequest,
  readCalls,
  readMinutes,
} from './read-accounts.ts';
import { createReading } from './reading.ts';

const figures = {
  calls: ['calls', 'answered', 'missed', 'busy', 'failed', 'other'],
  minutes: ['billable', 'fixed', 'mobile', 'intl'],
} as const;

export const comparePeriods = defineTool({
  name: 'compare_periods',
  title: 'Compare periods',
  description: `Compares one period with up to three others: absolute and relative change of every figure, rates in points, per day where lengths differ, per group, and the groups that moved most.

Use it for "better or worse than", "since last year", "this month so far against the same days". For one period use call_stats.`,
  needs: 'reports',
  scope: 'mcp.stats.read',
  effects: READS,
  input: z.strictObject({
    ...periodInput,
    against: z
      .array(z.string().max(40))
      .min(1)
      .max(3)
      .default(['previous'])
      .describe(
        `What to compare with: ${referencePeriods.join(', ')}, or a period by name or as two dates. previous of an unfinished month is the same days of the month before`,
      ),
    account: Account,
    product: Product,
    measure: Measure,
    group_by: z.enum(groupings).optional().describe('Also compare group by group; groups in time meet by their place'),
    fresh: Fresh,
    max_tokens: MaxTokens,
  }),
  // The members are described by their names; their full schema would cost every conversation more than it tells.
  output: PeriodComparison.extend({ base: z.looseObject({}), comparisons: z.array(z.looseObject({})) }),
  async run(input, context) {
    const now = context.now();
    const { period, range } = readPeriod(input, now);
    const others = input.against.map((name) => ({ name, ...checkedOther(name, range, input.tz, now) }));
    if (input.measure === 'minutes' && (input.group_by === 'status' || input.group_by === 'family')) {
      throw new TelephonyError(
        'INVALID_INPUT',
        `Minutes have no ${input.group_by}. Group them by time, weekday or product.`,
        {
          field: 'group_by',
        },
      );
    }
    const { account, product, fresh, measure, group_by: groupBy } = input;
    const { accounts } = context;
    const reading = createReading(context);
    const read = (wanted: NamedPeriod) =>
      readFigures(measure, { accounts, account, product, period: wanted, fresh, reading }, context);
    const [base, ...rest] = await Promise.all([period, ...others].map(read));
    if (base === undefined) throw new RangeError('There is a base period');
    return coarserGroups(groupBy === undefined ? [] : [groupBy], { order: 'desc' }, ([by]) =>
      compute({
        source: base.source,
        measure,
        figures: figures[measure],
        base: base.figures,
        others: rest.map((side) => side.figures),
        products: base.source.products,
        ...(by && { groupBy: by }),
      }),
    );
  },
});

function checkedOther(name: string, base: DateRange, tz: string, now: Date) {
  try {
    return checked(otherPeriod(name, base, tz, now), tz, now);
  } catch (error) {
    if (!(error instanceof TelephonyError)) throw error;
    throw new TelephonyError(error.code, error.message, { field: 'against' });
  }
}

async function readFigures(
  measure: 'calls' | 'minutes',
  request: ReadRequest,
  context: CallContext,
): Promise<{ source: ProductRead<unknown>['source']; figures: PeriodFigures }> {
  if (measure === 'minutes') {
    const { source, reports } = await readMinutes(request, context);
    return { source, figures: sideOf(request.period, reports, toMinuteCells(reports)) };
  }
  const { source, reports } = await readCalls(request, context);
  return { source, figures: sideOf(request.period, reports, toCallCells(reports, context.families)) };
}

function sideOf(
  period: NamedPeriod,
  reports: readonly { product: string; report: LongReport<{ date: string }> }[],
  cells: readonly FigureCell[],
): PeriodFigures {
  const [asOf = ''] = reports.map(({ report }) => report.as_of).sort();
  return {
    period,
    cells,
    dates: countedDates(reports),
    wholeDates: wholeDates(reports, period),
    missing: reports.flatMap(({ product, report }) => report.missing.map((part) => ({ ...part, product }))),
    asOf,
    warnings: warningsOf(reports),
  };
}
