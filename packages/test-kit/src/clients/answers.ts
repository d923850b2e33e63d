import { DailyCallReport, DailyMinutesReport, NumberCount } from '@voxolib/telephony';
import { expect } from 'vitest';
import type { Answer } from './real-client.ts';

const march = { start_date: '2026-03-01', end_date: '2026-03-31' };

/** A call of each tool whose answer does not change any more: the change to summer time is in it. */
export const closedCalls: Readonly<Record<string, Record<string, string>>> = {
  call_stats: march,
  compare_periods: march,
  find_anomalies: march,
  export_calls: march,
  voxolib_wcb_calls: march,
  voxolib_did_calls: { ...march, tz: 'America/Martinique' },
  voxolib_dids: {},
  voxolib_minutes_report: { ...march, product: 'did' },
};

/** Fails unless every listed tool has a call here, and those of Voxolib are listed. */
export function expectCallsFor(listed: readonly string[]): void {
  expect(listed).toEqual(expect.arrayContaining(['voxolib_wcb_calls', 'voxolib_did_calls', 'voxolib_dids']));
  expect(Object.keys(closedCalls), 'a tool without a call in closedCalls').toEqual(expect.arrayContaining([...listed]));
}

/** Fails unless text and data state the same figures, and totals are the sums of the days. */
export function expectExactAnswer(tool: string, { text, structured }: Answer): void {
  const data = JSON.stringify(structured);
  const shown = figuresIn(text);
  for (const figure of figuresIn(data)) expect(shown, 'a figure of the data that the text lacks').toContain(figure);
  const stated = new Set([...figuresIn(data), ...lengthsIn(structured), 0]);
  for (const figure of shown) expect(stated, 'a figure of the text that the data lacks').toContain(figure);

  if (tool === 'voxolib_dids') expectCounts(text, NumberCount.parse(structured));
  else if (tool === 'voxolib_minutes_report') expectMinutes(text, DailyMinutesReport.parse(structured));
  else if (tool === 'voxolib_wcb_calls' || tool === 'voxolib_did_calls') {
    expectCalls(text, DailyCallReport.parse(structured));
  }
}

/** An answer without the time at which it was given. */
export function withoutTime({ text, structured }: Answer): unknown {
  const { as_of, ...rest } = structured as { as_of: string };
  return { text: text.replace(as_of, ''), structured: rest };
}

function expectCalls(text: string, { days, totals }: DailyCallReport): void {
  const shown = daysOf(text);
  expect(days.length).toBe(31);
  expect(totals.total).toBeGreaterThan(0);
  expect(sum(days.map(({ total }) => total))).toBe(totals.total);
  for (const [status, calls] of Object.entries(totals.status_breakdown)) {
    expect(sum(days.map(({ status_breakdown }) => status_breakdown[status] ?? 0)), status).toBe(calls);
    expect(lineOf(text, 'totals')).toContain(`${status} ${calls}`);
  }
  const zero = Object.fromEntries(Object.keys(totals.status_breakdown).map((status) => [status, 0]));
  expect(shown).toEqual(
    days.map(({ date, total, status_breakdown }) => ({ date, total, ...zero, ...status_breakdown })),
  );
}

function expectMinutes(text: string, { days, totals }: DailyMinutesReport): void {
  expect(days.length).toBe(31);
  expect(totals.billable).toBeGreaterThan(0);
  for (const kind of ['fixed', 'mobile', 'intl', 'billable'] as const) {
    expect(sum(days.map((day) => Math.round(day[kind] * 1e6))), kind).toBe(Math.round(totals[kind] * 1e6));
    expect(lineOf(text, 'totals')).toContain(`${kind} ${totals[kind]}`);
  }
  expect(daysOf(text)).toEqual(days);
}

function expectCounts(text: string, { total, active, suspended, other }: NumberCount): void {
  expect(active + suspended + other).toBe(total);
  for (const [name, count] of Object.entries({ total, active, suspended, other })) {
    expect(lineOf(text, name)).toBe(`${name}: ${count}`);
  }
}

function figuresIn(text: string): Set<number> {
  return new Set((text.match(/\d+(\.\d+)?/g) ?? []).map(Number));
}

/** The lengths of lists, which the text gives beside their names. */
function lengthsIn(value: unknown): number[] {
  if (typeof value !== 'object' || value === null) return [];
  return [...(Array.isArray(value) ? [value.length] : []), ...Object.values(value).flatMap(lengthsIn)];
}

function lineOf(text: string, name: string): string | undefined {
  return text.split('\n').find((line) => line.startsWith(`${name}: `));
}

/** The table of days that a reader of the text sees. */
function daysOf(text: string): Record<string, string | number>[] {
  const lines = text.slice(text.indexOf('\ndays (')).trim().split('\n').slice(1);
  const [names = [], , ...rows] = lines.map((line) => line.split(' | '));
  return rows.map((cells) =>
    Object.fromEntries(
      names.map((name, index) => [name, name === 'date' ? (cells[index] ?? '') : Number(cells[index])]),
    ),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
