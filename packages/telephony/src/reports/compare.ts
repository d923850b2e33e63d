import { z } from 'zod';
import { countDays, eachDate } from '../calendar.ts';
import { AsOf, Warnings } from '../call-report.ts';
import { NamedPeriod } from '../period.ts';
import { Missing, StatsSource } from './call-stats.ts';
import { type Cell, type Grouping, groupRows, isTime } from './group-rows.ts';
import { groupOf } from './grouping.ts';
import { percent, rounded } from './tally.ts';

/** One day's figures of one product (and of one status or family): numbers that may be added. */
export type FigureCell = Cell<Readonly<Record<string, number>>>;

/** One of the periods that are compared. */
export interface PeriodFigures {
  period: NamedPeriod;
  cells: readonly FigureCell[];
  /** Days that have figures. */
  dates: readonly string[];
  missing: NonNullable<z.infer<typeof Missing>>;
  asOf: string;
  warnings: readonly string[];
}

export interface CompareRequest {
  source: StatsSource;
  measure: 'calls' | 'minutes';
  /** The figures to compare, the main one first. */
  figures: readonly string[];
  base: PeriodFigures;
  others: readonly PeriodFigures[];
  products: readonly string[];
  groupBy?: Grouping;
}

const Change = z.object({
  base: z.number(),
  other: z.number(),
  change: z.number().describe('base − other'),
  change_pct: z.number().nullable().describe('(base − other) / other × 100; null when other is 0'),
  small: z.literal(true).optional().describe('Both are small numbers: do not read much into the percentage'),
});
type Change = z.infer<typeof Change>;

const Label = z.string();
const ComparedGroup = z.object({ group: Label, other_group: Label.optional(), ...Change.shape });

const Side = z.object({ period: NamedPeriod, counted_days: z.int(), missing: Missing });

export const PeriodComparison = z.object({
  source: StatsSource,
  measure: z.enum(['calls', 'minutes']),
  base: Side,
  comparisons: z.array(
    Side.extend({
      changes: z
        .array(z.object({ figure: z.string(), ...Change.shape }))
        .describe('By figure, for the whole periods; the main one also per counted day'),
      rates: z
        .array(
          z.object({
            rate: z.string(),
            base: z.number().nullable(),
            other: z.number().nullable(),
            points: z.number().nullable(),
          }),
        )
        .optional()
        .describe('In per cent of calls; points = base − other'),
      groups: z.array(ComparedGroup).optional(),
      movers: z.array(ComparedGroup).optional().describe('The groups that changed most, by the main figure'),
      notes: z.array(z.string()),
    }),
  ),
  coarsened: z.string().optional(),
  as_of: AsOf,
  warnings: Warnings,
});
export type PeriodComparison = z.infer<typeof PeriodComparison>;

/** Below this, on both sides, a percentage says little. */
const SMALL = 30;

/** Compares a period with others. Swapping two periods turns the sign of every `change`. */
export function comparePeriods(request: CompareRequest): PeriodComparison {
  const { base, others } = request;
  const sides = [base, ...others];
  const warnings = [...new Set(sides.flatMap((side) => side.warnings))];
  const [asOf = ''] = sides.map((side) => side.asOf).sort();
  return {
    source: request.source,
    measure: request.measure,
    base: sideOf(base),
    comparisons: others.map((other) => compareTwo(request, other)),
    as_of: asOf,
    ...(warnings.length > 0 && { warnings }),
  };
}

function compareTwo(request: CompareRequest, other: PeriodFigures): PeriodComparison['comparisons'][number] {
  const { base, figures, groupBy } = request;
  const [main = ''] = figures;
  const baseSums = sums(base.cells);
  const otherSums = sums(other.cells);
  const changes = figures.map((figure) => ({ figure, ...changeOf(baseSums[figure] ?? 0, otherSums[figure] ?? 0) }));
  const perDay = changeOf(
    rounded((baseSums[main] ?? 0) / Math.max(1, base.dates.length)),
    rounded((otherSums[main] ?? 0) / Math.max(1, other.dates.length)),
  );
  const groups = groupBy && comparedGroups(request, other, groupBy, main);
  return {
    ...sideOf(other),
    changes: [...changes, { figure: `${main}_per_day`, ...perDay }],
    ...(request.measure === 'calls' && { rates: ratesOf(baseSums, otherSums) }),
    ...(groups && { groups, movers: moversOf(groups) }),
    notes: notesOf(request, other),
  };
}

function sideOf(side: PeriodFigures) {
  return {
    period: side.period,
    counted_days: side.dates.length,
    ...(side.missing.length > 0 && { missing: side.missing }),
  };
}

function changeOf(base: number, other: number): Change {
  const change = exact(base - other);
  return {
    base,
    other,
    change,
    change_pct: percent(change, other),
    ...(Math.max(base, other) < SMALL && { small: true as const }),
  };
}

/** Free of what binary fractions leave behind. */
function exact(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function sums(cells: readonly FigureCell[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const { value } of cells) addFigures(total, value);
  return total;
}

function addFigures(into: Record<string, number>, value: Readonly<Record<string, number>>): void {
  for (const [figure, number] of Object.entries(value)) into[figure] = exact((into[figure] ?? 0) + number);
}

function ratesOf(base: Record<string, number>, other: Record<string, number>) {
  return (['answered', 'missed'] as const).map((figure) => {
    const [a, b] = [base, other].map((side) => percent(side[figure] ?? 0, side.calls ?? 0));
    const points = typeof a === 'number' && typeof b === 'number' ? rounded(a - b) : null;
    return { rate: `${figure}_pct`, base: a ?? null, other: b ?? null, points };
  });
}

/** Groups in time meet by their place in the period, all others by their name. */
function comparedGroups(request: CompareRequest, other: PeriodFigures, by: Grouping, main: string) {
  const valuesOf = (side: PeriodFigures) => {
    const days = side.dates.flatMap((date) => request.products.map((product) => ({ date, product })));
    const groups = groupRows<FigureCell['value'], Record<string, number>>(side.cells, [by], days, {
      empty: () => ({}),
      add: addFigures,
    });
    return new Map(groups.map(({ keys, sum }) => [keys[by] ?? '', sum[main] ?? 0]));
  };
  const [baseValues, otherValues] = [valuesOf(request.base), valuesOf(other)];
  if (!isTime(by) || by === 'weekday') {
    const names = [...new Set([...baseValues.keys(), ...otherValues.keys()])];
    return names.map((group) => ({ group, ...changeOf(baseValues.get(group) ?? 0, otherValues.get(group) ?? 0) }));
  }
  const namesOf = ({ period }: PeriodFigures) => [
    ...new Set(eachDate(period.start_date, period.end_date).map((date) => groupOf(date, by))),
  ];
  const [baseNames, otherNames] = [namesOf(request.base), namesOf(other)];
  return Array.from({ length: Math.max(baseNames.length, otherNames.length) }, (_, place) => {
    const [group = '(none)', otherGroup = '(none)'] = [baseNames[place], otherNames[place]];
    return {
      group,
      other_group: otherGroup,
      ...changeOf(baseValues.get(group) ?? 0, otherValues.get(otherGroup) ?? 0),
    };
  });
}

function moversOf<Row extends Change>(groups: readonly Row[]): Row[] {
  return groups
    .filter(({ change }) => change !== 0)
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
    .slice(0, 5);
}

function notesOf({ base }: CompareRequest, other: PeriodFigures): string[] {
  const notes: string[] = [];
  const [a, b] = [base.period, other.period];
  if (a.days !== b.days) {
    notes.push(`The periods have ${a.days} and ${b.days} days: compare the means per day rather than the totals.`);
  } else if (weekendDays(a) !== weekendDays(b)) {
    notes.push(`Of ${a.days} days, ${weekendDays(a)} and ${weekendDays(b)} are Saturdays and Sundays.`);
  }
  if (a.start_date <= b.end_date && b.start_date <= a.end_date) {
    const first = a.start_date > b.start_date ? a.start_date : b.start_date;
    const last = a.end_date < b.end_date ? a.end_date : b.end_date;
    notes.push(`The periods overlap in ${countDays(first, last)} days, ${first} to ${last}, which count in both.`);
  }
  for (const [name, period] of [['base', a] as const, ['other', b] as const]) {
    if (period.partial_until !== undefined) {
      notes.push(`The last day of ${name} is today, counted until ${period.partial_until}; it is not a whole day.`);
    }
  }
  if (base.missing.length > 0 || other.missing.length > 0) {
    notes.push(
      'Days are missing (see missing): no figure includes them, so the totals are not comparable as they stand.',
    );
  }
  return notes;
}

function weekendDays({ start_date, end_date }: NamedPeriod): number {
  return eachDate(start_date, end_date).filter((date) => /^S/.test(groupOf(date, 'weekday'))).length;
}
