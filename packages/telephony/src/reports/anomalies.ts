import { countDays } from '../calendar.ts';
import type { DateRange } from '../named-period.ts';
import type { NamedPeriod } from '../period.ts';
import type { AnomalyReport } from './anomaly-report.ts';
import { explainAnomaly } from './anomaly-words.ts';
import { callTotals } from './call-stats.ts';
import type { StatsSource } from './call-stats-report.ts';
import {
  anomalyMeasures,
  type ComparableDay,
  comparableDays,
  figureOf,
  MIN_CALLS_FOR_RATE,
} from './comparable-days.ts';
import { missingOf, oldest, type ProductReport } from './product-report.ts';
import { warningsOf } from './report-warnings.ts';
import { spreadOf } from './spread.ts';
import type { StatusFamilies } from './status-family.ts';
import { percent, rounded } from './tally.ts';
import { type Baselines, type NotJudged, weekdayBaselines } from './weekday-baselines.ts';

export interface AnomalyRequest {
  source: StatsSource;
  /** The days that are judged. */
  period: NamedPeriod;
  /** The days that say what is usual, where they are more than the period; it must lie within them. */
  comparedWith?: DateRange;
  /** The figures of all these days. */
  reports: readonly ProductReport[];
  families: StatusFamilies;
  /** The name of the holiday that a date is. */
  holidays: (date: string) => string | undefined;
  /** The least score that stands out; 3.5 unless given. */
  threshold?: number;
  /** Days of a weekday, without holidays, below which it is not judged; 5 unless given. */
  minDays?: number;
  /** List so many anomalies. */
  top?: number;
}

/** Finds the days that stand out for their weekday, by a median and a spread that the days themselves hardly move. */
export function findAnomalies(request: AnomalyRequest): AnomalyReport {
  const { reports, period, families, holidays, threshold = 3.5, minDays = 5, top = Number.POSITIVE_INFINITY } = request;
  const { start_date, end_date } = request.comparedWith ?? period;
  const { days: comparable, leftOut } = comparableDays(reports, period, families, holidays);
  const days = comparable.filter(({ date }) => isIn(period, date));
  const weekdays = new Set(days.map(({ weekday }) => weekday));
  const { baselines, notJudged } = weekdayBaselines(comparable, weekdays, Math.max(1, minDays));
  const found = days.flatMap((day) => anomaliesOf(day, baselines, threshold));
  found.sort((a, b) => Math.abs(b.score) - Math.abs(a.score));
  const warnings = [...leftOut, ...warningsOf(reports)];
  const missing = missingOf(reports);
  return {
    source: request.source,
    period,
    compared_with: { start_date, end_date, days: countDays(start_date, end_date) },
    totals: { ...totalsOf(request), days_judged: judgedCount(days, notJudged) },
    method: method(threshold, minDays),
    anomalies: found.slice(0, top).map(({ day, baseline, spread, measure, value, score }) => ({
      date: day.date,
      weekday: day.weekday,
      measure,
      value,
      median: rounded(baseline.median),
      spread: rounded(spread.value),
      score: rounded(score),
      direction: score > 0 ? 'high' : 'low',
      ...(day.holiday !== undefined && { holiday: day.holiday }),
      samples: baseline.samples,
      explanation: explainAnomaly({ day, measure, value, baseline, spread, score, holidays, start_date, end_date }),
    })),
    ...(found.length > top && { not_listed: found.length - top }),
    holidays: days.flatMap((day) => holidayOf(day, baselines)),
    ...(notJudged.length > 0 && { not_judged: notJudged }),
    ...(missing.length > 0 && { missing }),
    as_of: oldest(reports),
    ...(warnings.length > 0 && { warnings }),
  };
}

/** A holiday is expected to have few calls and to miss many of them; more calls or failures than on a working day are odd. */
function anomaliesOf(day: ComparableDay, baselines: Baselines, threshold: number) {
  return anomalyMeasures.flatMap((measure) => {
    const value = figureOf(day, measure);
    const baseline = baselines.get(`${day.weekday} ${measure}`);
    if (value === null || baseline === undefined) return [];
    const spread = spreadOf(baseline, measure, day);
    const score = (value - baseline.median) / spread.value;
    const expected = day.holiday !== undefined && (score < 0 || measure === 'missed' || measure === 'missed_pct');
    return expected || Math.abs(score) < threshold ? [] : [{ day, measure, value, baseline, spread, score }];
  });
}

function holidayOf({ date, weekday, holiday, tally }: ComparableDay, baselines: Baselines): AnomalyReport['holidays'] {
  if (holiday === undefined) return [];
  const usual = baselines.get(`${weekday} calls`);
  const { calls, missed } = tally;
  const median = usual === undefined ? null : rounded(usual.median);
  return [{ date, weekday, name: holiday, calls, median, missed_pct: percent(missed, calls) }];
}

function judgedCount(days: readonly ComparableDay[], notJudged: readonly NotJudged[]): number {
  const tooFew = new Set(notJudged.flatMap(({ weekday, measure }) => (measure === 'all' ? [weekday] : [])));
  return days.filter(({ weekday }) => !tooFew.has(weekday)).length;
}

function totalsOf({ reports, period, families }: AnomalyRequest) {
  const within = reports.map(({ product, report }) => {
    return { product, report: { ...report, days: report.days.filter(({ date }) => isIn(period, date)) } };
  });
  const { calls, missed, failed, missed_pct } = callTotals({ reports: within, families, period });
  return { calls, missed, failed, missed_pct };
}

function isIn({ start_date, end_date }: DateRange, date: string): boolean {
  return date >= start_date && date <= end_date;
}

function method(threshold: number, minDays: number): string {
  return (
    'Each day against the days of the same weekday in compared_with that are not holidays: score = (value − median) / spread; ' +
    'spread = 1.4826 × median of |value − median|, but for counts at least √median and 1, ' +
    'for missed_pct at least √(median × (100 − median) / calls) and 2 points. ' +
    `missed_pct = missed / calls × 100, judged on days of at least ${MIN_CALLS_FOR_RATE} calls. ` +
    `A day stands out from |score| = ${threshold}; a weekday needs ${minDays} such days.`
  );
}
