import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateByHand, familyOfStatus, labelByHand, type OneCall } from '../../test/counted-calls.ts';
import { type Random, randomFrom } from '../../test/random.ts';
import { addDays, dayBounds, eachDate } from '../calendar.ts';
import type { CallDay } from '../call-report.ts';
import { callStats, sortKeys } from './call-stats.ts';
import type { CallStats } from './call-stats-report.ts';
import { type Grouping, groupings } from './group-rows.ts';
import { readLongReport } from './long-report.ts';
import type { ProductReport } from './product-report.ts';
import { defaultStatusFamilies, families } from './status-family.ts';

// Clocks change in Paris, New York and on Lord Howe; Apia has no 30 December 2011; leap days; turns of ISO years.
const around = [
  '2026-03-29',
  '2026-10-25',
  '2026-03-08',
  '2026-11-01',
  '2026-04-05',
  '2026-10-04',
  '2011-12-30',
  '2024-02-29',
  '2023-03-01',
  '2020-12-31',
  '2025-12-31',
  '2016-01-01',
] as const;
const zones = ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC'] as const;
const statuses = Object.keys(familyOfStatus);
const HOUR = 3_600_000;

/** What a vendor has, and the calls that it counted. */
interface World {
  period: { start_date: string; end_date: string; tz: string; days: number };
  reports: ProductReport[];
  calls: OneCall[];
  random: Random;
}

const bounds = new Map<string, { start: number; end: number }>();
function boundsOf(date: string, tz: string) {
  const key = date + tz;
  const known = bounds.get(key) ?? dayBounds(date, tz);
  bounds.set(key, known);
  return known;
}

/** Calls at any instant around some days, and the vendor's reports of these days in its zone. */
function worldOf(seed: number): World {
  const random = randomFrom(seed);
  const tz = random.one(zones);
  const days = 1 + random.below(14);
  const start_date = addDays(random.one(around), random.below(4) - random.below(days + 4));
  const end_date = addDays(start_date, days - 1);
  const dates = eachDate(start_date, end_date);
  const from = boundsOf(start_date, tz).start - 12 * HOUR;
  const to = boundsOf(end_date, tz).end + 12 * HOUR;
  const calls: OneCall[] = [];
  const reports = (random.below(3) === 0 ? ['wcb'] : ['did', 'wcb']).map((product): ProductReport => {
    const instants = Array.from({ length: random.below(25) }, () => {
      const at =
        random.below(6) === 0
          ? boundsOf(random.one([start_date, ...dates]), tz).start - random.below(2)
          : from + random.below(to - from);
      return { at, status: statuses[random.below(statuses.length)] ?? '' };
    });
    const isMissing = random.below(3) === 0 ? (date: string) => (date.charCodeAt(9) + seed) % 3 === 0 : () => false;
    for (const { at, status } of instants) {
      const date = dateByHand(tz, at);
      if (date >= start_date && date <= end_date && !isMissing(date)) calls.push({ product, date, status });
    }
    const rows = dates
      .filter((date) => !isMissing(date))
      .map((date): CallDay => {
        const { start, end } = boundsOf(date, tz);
        const counts = new Map<string, number>();
        for (const { at, status } of instants)
          if (at >= start && at < end) counts.set(status, (counts.get(status) ?? 0) + 1);
        const counted = [...counts.values()].reduce((a, b) => a + b, 0);
        const difference = random.below(8) === 0 ? random.below(5) - 2 : 0;
        for (let more = 0; more < difference; more += 1) calls.push({ product, date, status: undefined });
        return { date, total: Math.max(0, counted + difference), status_breakdown: Object.fromEntries(counts) };
      });
    return { product, report: { days: rows, missing: [], as_of: '2026-12-01T00:00:00.000Z', warnings: [] } };
  });
  return { period: { start_date, end_date, tz, days }, reports, calls, random };
}

function requestOf({ random }: World) {
  const groupBy = [...new Set(Array.from({ length: random.below(3) }, () => random.one(groupings)))];
  return {
    groupBy,
    ...(random.below(2) === 0 && { sortBy: random.one(sortKeys) }),
    ...(random.below(2) === 0 && { order: random.one(['asc', 'desc'] as const) }),
    ...(random.below(2) === 0 && { top: 1 + random.below(6) }),
    ...(random.below(3) === 0 && { minCalls: random.below(4) }),
  };
}

const source = { provider: 'fake', products: [] };

function run({ period, reports }: World, request: ReturnType<typeof requestOf>): CallStats {
  return callStats({ source, period, reports, families: defaultStatusFamilies, ...request });
}

/** The figures of some calls, one by one. */
function figuresByHand(calls: readonly OneCall[]) {
  const of = (family: string) => calls.filter((call) => labelByHand(call, 'family') === family).length;
  const pct = (count: number) => (calls.length === 0 ? null : Math.round((count / calls.length) * 10_000) / 100);
  return {
    calls: calls.length,
    ...Object.fromEntries(families.map((family) => [family, of(family)])),
    answered_pct: pct(of('answered')),
    missed_pct: pct(of('missed')),
  };
}

const idOf = (by: readonly Grouping[], label: (grouping: Grouping) => unknown) => JSON.stringify(by.map(label));

test('totals and groups are what one gets by counting the calls one by one', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const world = worldOf(seed);
      const { reports, calls } = world;
      const request = requestOf(world);
      const { groupBy, minCalls = 0, top = Number.POSITIVE_INFINITY, sortBy, order = 'desc' } = request;
      const { totals, groups, rest } = run(world, request);

      // Totals.
      expect(totals).toMatchObject(figuresByHand(calls));
      expect(families.reduce((sum, family) => sum + totals[family], 0)).toBe(totals.calls);
      const byStatus = Map.groupBy(
        calls.filter(({ status }) => status !== undefined),
        ({ status }) => status ?? '',
      );
      expect(new Map(Object.entries(totals.status_breakdown))).toEqual(
        new Map([...byStatus].map(([status, those]) => [status, those.length])),
      );
      const counted = reports.flatMap(({ product, report }) =>
        report.days.map(({ date }): OneCall => ({ product, date, status: undefined })),
      );
      const dates = new Set(counted.map(({ date }) => date));
      expect(totals.days).toBe(dates.size);
      const onDate = [...dates]
        .filter((date) => counted.filter((day) => day.date === date).length === reports.length)
        .map((date) => calls.filter((call) => call.date === date).length);
      const mean = onDate.reduce((a, b) => a + b, 0) / onDate.length;
      expect(totals.mean_per_day).toBe(onDate.length === 0 ? null : Math.round(mean * 100) / 100);
      expect(totals.max_day?.calls ?? null).toBe(onDate.length === 0 ? null : Math.max(...onDate));
      expect(totals.min_day?.calls ?? null).toBe(onDate.length === 0 ? null : Math.min(...onDate));

      // Groups: those that there must be, each once, kept or in the rest.
      const labelsOf = (call: OneCall) => idOf(groupBy, (grouping) => labelByHand(call, grouping));
      const hasStatus = groupBy.includes('status') || groupBy.includes('family');
      const expected = Map.groupBy(calls, labelsOf);
      if (!hasStatus) for (const day of counted) if (!expected.has(labelsOf(day))) expected.set(labelsOf(day), []);
      if (groupBy.length === 0) expected.clear();
      const timeAndProduct = groupBy.filter((grouping) => grouping !== 'status' && grouping !== 'family');
      for (const group of groups) {
        const id = idOf(groupBy, (grouping) => group[grouping]);
        const those = expected.get(id) ?? [];
        expect(expected.delete(id)).toBe(true);
        expect(group).toMatchObject(hasStatus ? { calls: those.length } : figuresByHand(those));
        expect(group.share_pct).toBe(
          calls.length === 0 ? null : Math.round((those.length / calls.length) * 10_000) / 100,
        );
        expect(those.length).toBeGreaterThanOrEqual(minCalls);
        if (timeAndProduct.some((grouping) => grouping !== 'product')) {
          const own = idOf(timeAndProduct, (grouping) => group[grouping]);
          const days = counted.filter((day) => idOf(timeAndProduct, (grouping) => labelByHand(day, grouping)) === own);
          expect(group.days).toBe(new Set(days.map(({ date }) => date)).size);
        }
      }
      expect(rest?.groups ?? 0).toBe(expected.size);
      if (rest !== undefined) expect(rest).toMatchObject(figuresByHand([...expected.values()].flat()));
      const eligible = [...expected.values()].filter((those) => those.length >= minCalls).length + groups.length;
      expect(groups).toHaveLength(Math.min(top, eligible));
      if (sortBy === 'calls') {
        const shown = groups.map((group) => group.calls);
        expect(shown).toEqual(shown.toSorted((a, b) => (order === 'asc' ? a - b : b - a)));
      }
    }),
    { numRuns: 10_000 },
  );
});

test('neither slicing nor grouping changes a total', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), fc.integer({ min: 1, max: 15 }), async (seed, maxDays) => {
      const world = worldOf(seed);
      const [one] = world.reports;
      if (one === undefined) return;
      const whole = { ...world, reports: [one] };
      const report = await readLongReport(world.period, maxDays, async ({ start_date, end_date }) => ({
        days: one.report.days.filter(({ date }) => date >= start_date && date <= end_date),
        as_of: one.report.as_of,
      }));
      const sliced = { ...world, reports: [{ ...one, report }] };
      const { totals } = run(whole, { groupBy: [] });
      for (const grouping of groupings) {
        const request = { groupBy: [grouping] };
        expect(run(sliced, request)).toEqual(run(whole, request));
        expect(run(whole, request).totals).toEqual(totals);
        expect(run(whole, request).groups.reduce((sum, { calls }) => sum + calls, 0)).toBe(totals.calls);
      }
    }),
    { numRuns: 200 },
  );
});
