import { addDays } from '../calendar.ts';
import type { Baseline } from './baseline.ts';
import type { AnomalyMeasure, ComparableDay } from './comparable-days.ts';
import type { Spread } from './spread.ts';

interface AnomalyFacts {
  day: ComparableDay;
  measure: AnomalyMeasure;
  value: number;
  baseline: Baseline;
  spread: Spread;
  score: number;
  holidays: (date: string) => string | undefined;
  /** The days that the baseline is taken of. */
  start_date: string;
  end_date: string;
}

/** Why a day stands out, in one sentence that states the numbers, and a second one when it is beside a holiday. */
export function explainAnomaly(facts: AnomalyFacts): string {
  const { day, measure, value, baseline, spread, score, holidays, start_date, end_date } = facts;
  const points = measure === 'missed_pct';
  const scale = points ? `${tenth(spread.value)} points` : tenth(spread.value);
  const variation = spread.atLeast ? `vary by less than ±${scale}, the least that is allowed for` : `vary by ±${scale}`;
  const distance = tenth(Math.abs(value - baseline.median));
  const side = score > 0 ? (points ? 'higher' : 'more') : points ? 'lower' : 'fewer';
  const name = day.holiday === undefined ? '' : ` (${day.holiday})`;
  return (
    `${day.weekday} ${day.date}${name}: ${amount(day, measure, value)}; ${counted(baseline.samples, day.weekday)} from ` +
    `${start_date} to ${end_date} have ${tenth(baseline.median)}${points ? ' %' : ''} in the middle and ${variation}; ` +
    `this is ${distance}${points ? ' points' : ''} ${side}, ${tenth(Math.abs(score))} times that.${beside(day.date, holidays)}`
  );
}

function amount({ tally }: ComparableDay, measure: AnomalyMeasure, value: number): string {
  switch (measure) {
    case 'calls':
      return counted(value, 'call');
    case 'missed':
      return counted(value, 'missed call');
    case 'failed':
      return counted(value, 'failed call');
    case 'missed_pct':
      return `${tenth(value)} % missed (${tally.missed} of ${counted(tally.calls, 'call')})`;
  }
}

/** Bridge days and the rush after a holiday are the usual reasons, and a reader cannot see them in the figures. */
function beside(date: string, holidays: (date: string) => string | undefined): string {
  const before = holidays(addDays(date, -1));
  const after = holidays(addDays(date, 1));
  return `${before === undefined ? '' : ` The day before was ${before}.`}${after === undefined ? '' : ` The day after was ${after}.`}`;
}

function counted(value: number, noun: string): string {
  return `${tenth(value)} ${noun}${value === 1 ? '' : 's'}`;
}

function tenth(value: number): string {
  return String(Math.round(value * 10) / 10);
}
