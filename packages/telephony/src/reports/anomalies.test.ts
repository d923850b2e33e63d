import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, eachDate } from '../calendar.ts';
import type { CallDay } from '../call-report.ts';
import { type AnomalyRequest, findAnomalies } from './anomalies.ts';
import { AnomalyReport } from './anomaly-report.ts';
import type { ProductReport } from './product-report.ts';
import { defaultStatusFamilies } from './status-family.ts';

const asOf = '2026-04-30T12:00:00.000Z';
/** A Monday. */
const START = '2026-01-05';

function day(date: string, answered: number, missed = 0, failed = 0): CallDay {
  return {
    date,
    total: answered + missed + failed,
    status_breakdown: { answered, no_answer: missed, failed },
  };
}

function product(name: string, days: CallDay[], missing: ProductReport['report']['missing'] = []): ProductReport {
  return { product: name, report: { days, missing, as_of: asOf, warnings: [] } };
}

function find(reports: ProductReport[], days: number, options: Partial<AnomalyRequest> = {}): AnomalyReport {
  const period = { start_date: START, end_date: addDays(START, days - 1), tz: 'Europe/Paris', days };
  const products = reports.map(({ product: name }) => name);
  const source = { provider: 'test', products };
  const report = findAnomalies({
    source,
    period,
    reports,
    families: defaultStatusFamilies,
    holidays: () => undefined,
    ...options,
  });
  expect(AnomalyReport.parse(report)).toEqual(report);
  return report;
}

/** Weeks in which each weekday varies around its own height, by a pattern that repeats. */
function weeks(count: number): CallDay[] {
  const wobble = [-10, 4, 0, 10, -4, 6, -6];
  return eachDate(START, addDays(START, count * 7 - 1)).map((date, index) => {
    const usual = index % 7 < 5 ? 100 + 5 * (index % 7) : 10;
    return day(date, usual + (wobble[Math.floor(index / 7) % wobble.length] ?? 0) * (index % 7 < 5 ? 1 : 0.5));
  });
}

function replace(days: CallDay[], changed: CallDay): CallDay[] {
  return days.map((one) => (one.date === changed.date ? changed : one));
}

describe('a day that stands out', () => {
  test('is explained in its own numbers', () => {
    const tuesdays = [107, 135, 121, 93, 149, 121, 128, 114, 107, 214, 140, 121, 110];
    const days = weeks(13).map((one, index) => (index % 7 === 1 ? day(one.date, tuesdays[(index - 1) / 7] ?? 0) : one));
    expect(find([product('did', days)], 91).anomalies).toEqual([
      {
        date: '2026-03-10',
        weekday: 'Tuesday',
        measure: 'calls',
        value: 214,
        median: 121,
        spread: 20.76,
        score: 4.48,
        direction: 'high',
        samples: 13,
        explanation:
          'Tuesday 2026-03-10: 214 calls; 13 Tuesdays from 2026-01-05 to 2026-04-05 have 121 in the middle and vary by ±20.8; ' +
          'this is 93 more, 4.5 times that.',
      },
    ]);
  });

  test('is judged by its own weekday: a Sunday as busy as a Monday is one, a quiet Sunday is none', () => {
    const { anomalies } = find([product('did', replace(weeks(10), day('2026-02-08', 100)))], 70);
    expect(anomalies.map(({ date, measure, direction }) => [date, measure, direction])).toEqual([
      ['2026-02-08', 'calls', 'high'],
    ]);
  });

  test('can be one by its rate alone, where it has calls enough', () => {
    const usual = weeks(10);
    const bad = replace(usual, day('2026-02-10', 75, 30));
    const { anomalies } = find([product('did', bad)], 70);
    const rate = anomalies.find(({ measure }) => measure === 'missed_pct');
    expect(rate).toMatchObject({ date: '2026-02-10', value: 28.57, median: 0, spread: 2, score: 14.29 });
    expect(rate?.explanation).toBe(
      'Tuesday 2026-02-10: 28.6 % missed (30 of 105 calls); 10 Tuesdays from 2026-01-05 to 2026-03-15 have 0 % in the middle and vary by less ' +
        'than ±2 points, the least that is allowed for; this is 28.6 points higher, 14.3 times that.',
    );
    const few = replace(usual, day('2026-02-08', 0, 10));
    expect(find([product('did', few)], 70).anomalies.map(({ measure }) => measure)).toEqual(['missed']);
  });

  test('is none for a rate that chance brings in so few calls', () => {
    // A fifth is missed every day; 8 of 24 is a third, and as far from a fifth as chance goes.
    const days = weeks(10).map(({ date }) => day(date, 800, 200));
    expect(find([product('did', replace(days, day('2026-02-10', 600, 300)))], 70).anomalies).toContainEqual(
      expect.objectContaining({ measure: 'missed_pct', value: 33.33, spread: 2 }),
    );
    const quiet = find([product('did', replace(days, day('2026-02-10', 16, 8)))], 70).anomalies;
    expect(quiet.map(({ measure }) => measure)).not.toContain('missed_pct');
  });

  test('says what holiday it is beside', () => {
    const holidays = (date: string) => (date === '2026-02-12' ? 'Test Day' : undefined);
    const bridge = replace(weeks(10), day('2026-02-13', 20));
    const { anomalies } = find([product('did', bridge)], 70, { holidays });
    expect(anomalies[0]?.explanation).toMatch(/ 98 fewer, .* times that\. The day before was Test Day\.$/);
  });

  test('is found whatever the other products do, and in their sum', () => {
    const did = product('did', replace(weeks(10), day('2026-02-10', 5)));
    const { anomalies, totals } = find([product('wcb', weeks(10)), did], 70);
    expect(anomalies.map(({ date, value, direction }) => [date, value, direction])).toEqual([
      ['2026-02-10', 116, 'low'],
    ]);
    expect(totals.days_judged).toBe(70);
  });
});

test('a short period is judged by the days before it as well, and only it', () => {
  const days = replace(replace(weeks(10), day('2026-01-06', 500)), day('2026-03-15', 100));
  const period = { start_date: '2026-03-14', end_date: '2026-03-15', tz: 'Europe/Paris', days: 2 };
  const alone = find([product('did', days.slice(-2))], 2, { period });
  expect(alone.anomalies).toEqual([]);
  expect(alone.not_judged?.map(({ weekday, samples }) => [weekday, samples])).toEqual([
    ['Saturday', 1],
    ['Sunday', 1],
  ]);
  const comparedWith = { start_date: START, end_date: '2026-03-15' };
  const report = find([product('did', days)], 2, { period, comparedWith });
  expect(report.compared_with).toEqual({ ...comparedWith, days: 70 });
  expect(report.anomalies).toMatchObject([{ date: '2026-03-15', samples: 10 }]);
  expect(report.totals).toMatchObject({ days_judged: 2, calls: 100 + (days.at(-2)?.total ?? 0) });
});

describe('what is not judged', () => {
  test('today, which is not over', () => {
    const days = replace(weeks(10), day('2026-03-15', 5000));
    const period = {
      start_date: START,
      end_date: '2026-03-15',
      tz: 'Europe/Paris',
      days: 70,
      partial_until: '2026-03-15T10:00:00+01:00',
    };
    const report = find([product('did', days)], 70, { period });
    expect(report.anomalies).toEqual([]);
    expect(report.totals.days_judged).toBe(69);
    expect(report.warnings).toEqual([
      '2026-03-15 is not over (counted until 2026-03-15T10:00:00+01:00): it is not compared.',
    ]);
  });

  test('a weekday of which there are too few days', () => {
    const report = find([product('did', replace(weeks(5).slice(0, 32), day(START, 5000)))], 32);
    expect(report.anomalies.map(({ date }) => date)).toEqual([START]);
    expect(report.not_judged).toEqual([
      { weekday: 'Friday', measure: 'all', samples: 4, needed: 5 },
      { weekday: 'Saturday', measure: 'all', samples: 4, needed: 5 },
      { weekday: 'Sunday', measure: 'all', samples: 4, needed: 5 },
    ]);
  });

  test('a rate of a weekday that has few calls', () => {
    const { not_judged } = find([product('did', weeks(6))], 42);
    expect(not_judged).toEqual([
      { weekday: 'Saturday', measure: 'missed_pct', samples: 0, needed: 5 },
      { weekday: 'Sunday', measure: 'missed_pct', samples: 0, needed: 5 },
    ]);
  });

  test('days of which a product is missing: half of the calls would look like a low', () => {
    const gap = { start_date: '2026-02-02', end_date: '2026-02-08', days: 7, reason: 'Down.' };
    const did = weeks(10).filter(({ date }) => date < gap.start_date || date > gap.end_date);
    const report = find([product('wcb', weeks(10)), product('did', did, [gap])], 70);
    expect(report.anomalies).toEqual([]);
    expect(report.totals.days_judged).toBe(63);
    expect(report.missing).toEqual([{ ...gap, product: 'did' }]);
    expect(report.warnings).toEqual([expect.stringContaining('7 of the days lack the figures of a product')]);
  });

  test('nothing at all: a report without days is still a report', () => {
    const report = find([product('did', [])], 7);
    expect(report).toMatchObject({ anomalies: [], holidays: [], totals: { calls: 0, missed_pct: null } });
    expect(report.not_judged).toBeUndefined();
  });
});

describe('holidays', () => {
  const holidays = (date: string) => (date.endsWith('-02-10') ? 'Test Day' : undefined);

  test('are listed with what is usual, and few calls on them are no anomaly', () => {
    const report = find([product('did', replace(weeks(10), day('2026-02-10', 0)))], 70, { holidays });
    expect(report.anomalies).toEqual([]);
    expect(report.holidays).toEqual([
      { date: '2026-02-10', weekday: 'Tuesday', name: 'Test Day', calls: 0, median: 105, missed_pct: null },
    ]);
  });

  test('may miss most of their few calls: nobody works', () => {
    const days = weeks(10).map((one) =>
      day(one.date, one.total - Math.floor(one.total / 10), Math.floor(one.total / 10)),
    );
    const report = find([product('did', replace(days, day('2026-02-10', 10, 30)))], 70, { holidays });
    expect(report.anomalies).toEqual([]);
    expect(report.holidays).toMatchObject([{ calls: 40, missed_pct: 75 }]);
    const elsewhere = find([product('did', replace(days, day('2026-02-10', 10, 30)))], 70);
    expect(elsewhere.anomalies.map(({ measure }) => measure)).toContain('missed_pct');
  });

  test('with more calls than a usual day are an anomaly, by name', () => {
    const report = find([product('did', replace(weeks(10), day('2026-02-10', 300)))], 70, { holidays });
    expect(report.anomalies).toMatchObject([
      { date: '2026-02-10', holiday: 'Test Day', direction: 'high', samples: 9 },
    ]);
    expect(report.anomalies[0]?.explanation).toContain('Tuesday 2026-02-10 (Test Day): 300 calls; 9 Tuesdays');
  });
});

describe('over random figures', () => {
  const figures = fc.array(fc.tuple(fc.nat(300), fc.nat(60), fc.nat(5)), { minLength: 1, maxLength: 120 });
  const threshold = fc.constantFrom(1, 2, 3.5, 6);
  const daysOf = (counts: [number, number, number][]) =>
    counts.map(([answered, missed, failed], index) => day(addDays(START, index), answered, missed, failed));

  test('the anomalies are those of the formula, worked out day by day', () => {
    fc.assert(
      fc.property(figures, threshold, fc.nat(30), (counts, least, holidayIndex) => {
        const days = daysOf(counts);
        const free = addDays(START, holidayIndex);
        const holidays = (date: string) => (date === free ? 'Test Day' : undefined);
        const report = find([product('did', days)], days.length, { threshold: least, holidays });
        const found = report.anomalies.map(({ date, measure }) => `${date} ${measure}`).sort();
        expect(found).toEqual(expected(days, least, free).sort());
        const scores = report.anomalies.map(({ score }) => Math.abs(score));
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      }),
    );
  });

  test('neither the order of days and products nor a split into products changes the anomalies', () => {
    fc.assert(
      fc.property(figures, (counts) => {
        const days = daysOf(counts);
        const whole = find([product('did', days)], days.length).anomalies;
        const zero = days.map(({ date }) => day(date, 0));
        expect(find([product('wcb', zero), product('did', [...days].reverse())], days.length).anomalies).toEqual(whole);
      }),
    );
  });

  test('top keeps the first, and counts the others', () => {
    fc.assert(
      fc.property(figures, fc.integer({ min: 1, max: 5 }), (counts, top) => {
        const reports = [product('did', daysOf(counts))];
        const all = find(reports, counts.length, { threshold: 1 });
        const few = find(reports, counts.length, { threshold: 1, top });
        expect(few.anomalies).toEqual(all.anomalies.slice(0, top));
        expect(few.anomalies.length + (few.not_listed ?? 0)).toBe(all.anomalies.length);
      }),
    );
  });
});

/** The documented formula, without any of the code under test. The first day is a Monday. */
function expected(days: CallDay[], least: number, free: string): string[] {
  const percentile = (values: number[]) => {
    const sorted = values.toSorted((a, b) => a - b);
    const at = (index: number) => sorted[index] ?? Number.NaN;
    return (at(Math.ceil(sorted.length / 2) - 1) + at(Math.floor(sorted.length / 2))) / 2;
  };
  const measures = {
    calls: (one: CallDay) => one.total,
    missed: (one: CallDay) => one.status_breakdown.no_answer ?? 0,
    failed: (one: CallDay) => one.status_breakdown.failed ?? 0,
    missed_pct: (one: CallDay) =>
      one.total < 20 ? undefined : Math.round(((one.status_breakdown.no_answer ?? 0) / one.total) * 10_000) / 100,
  };
  return Object.entries(measures).flatMap(([measure, figure]) =>
    days.flatMap((one, index) => {
      const value = figure(one);
      const same = days.filter((other, place) => place % 7 === index % 7 && other.date !== free);
      const usual = same.flatMap((other) => figure(other) ?? []);
      if (value === undefined || same.length < 5 || usual.length < 5) return [];
      const median = percentile(usual);
      const rate = measure === 'missed_pct';
      const floor = rate ? Math.max(2, ((median * (100 - median)) / one.total) ** 0.5) : Math.max(1, median ** 0.5);
      const spread = Math.max(floor, 1.4826 * percentile(usual.map((other) => Math.abs(other - median))));
      if (one.date === free && (value < median || measure.startsWith('missed'))) return [];
      return Math.abs(value - median) / spread >= least ? [`${one.date} ${measure}`] : [];
    }),
  );
}
