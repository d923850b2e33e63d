import { type Baseline, baselineOf } from './baseline.ts';
import { type AnomalyMeasure, anomalyMeasures, type ComparableDay, figureOf } from './comparable-days.ts';
import { weekdays } from './grouping.ts';

/** What is usual, by weekday and measure: `Monday calls`. */
export type Baselines = ReadonlyMap<`${string} ${AnomalyMeasure}`, Baseline>;

/** A weekday, or one measure of it, of which there are too few days to say what is usual. */
export interface NotJudged {
  weekday: string;
  measure: 'all' | AnomalyMeasure;
  samples: number;
  needed: number;
}

/** What is usual for each of the wanted weekdays; its holidays have no part in it. */
export function weekdayBaselines(
  days: readonly ComparableDay[],
  wanted: ReadonlySet<string>,
  needed: number,
): { baselines: Baselines; notJudged: NotJudged[] } {
  const baselines = new Map<`${string} ${AnomalyMeasure}`, Baseline>();
  const notJudged: NotJudged[] = [];
  for (const weekday of weekdays) {
    if (!wanted.has(weekday)) continue;
    const usual = days.filter((day) => day.weekday === weekday && day.holiday === undefined);
    if (usual.length < needed) {
      notJudged.push({ weekday, measure: 'all', samples: usual.length, needed });
      continue;
    }
    for (const measure of anomalyMeasures) {
      const values = usual.flatMap((day) => figureOf(day, measure) ?? []);
      if (values.length >= needed) baselines.set(`${weekday} ${measure}`, baselineOf(values));
      else notJudged.push({ weekday, measure, samples: values.length, needed });
    }
  }
  return { baselines, notJudged };
}
