import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockOf } from '../../src/daktela/clock.ts';
import { choice, defineModel, flag, lists, number, text, time, type View } from '../../src/daktela/model/model.ts';
import { compileFilter } from '../../src/daktela/query/evaluate.ts';
import { readFilter } from '../../src/daktela/query/filter.ts';
import { readParameters } from '../../src/daktela/query/query.ts';
import { spanOf } from '../../src/daktela/query/span.ts';
import { isLike } from '../../src/daktela/query/text-match.ts';

interface Row {
  title: string | null;
  stage: string;
  size: number | null;
  open: boolean;
  at: number | null;
  phones: (string | null)[];
}

const model = defineModel<Row>({
  endpoint: 'rows',
  key: 'title',
  time: 'at',
  rows: () => [],
  find: () => undefined,
  fields: {
    title: text((row) => row.title),
    stage: choice((row) => row.stage),
    size: number((row) => row.size),
    open: flag((row) => row.open),
    at: time((row) => row.at),
    customFields: lists((row) => ({ number: row.phones })),
  },
});

const view = { models: new Map(), clock: clockOf('Europe/Prague') } as unknown as View;

const word = fc.stringMatching(/^[a-z%_\\]{0,4}$/);
const rows = fc.record({
  title: fc.option(word),
  stage: fc.constantFrom('OPEN', 'WAIT', 'CLOSE'),
  size: fc.option(fc.integer({ min: -5, max: 5 })),
  open: fc.boolean(),
  at: fc.option(fc.integer({ min: 1_760_000_000, max: 1_800_000_000 }).map((seconds) => seconds * 1_000)),
  phones: fc.array(fc.option(fc.constantFrom('1', '2', '3')), { maxLength: 2 }),
});

/** Whether a row passes what is written in brackets. */
function passes(row: Row, filter: unknown): boolean {
  const parsed = readFilter(filter);
  if (parsed === undefined) throw new Error('There is no filter.');
  return compileFilter(model, parsed, view)(row);
}

const condition = (field: string, operator: string, value: unknown) => ({ field, operator, value });

describe('the filters of Daktela', () => {
  it('find with an operator what they do not find with its opposite, but for null', () => {
    const opposites = [
      ['eq', 'neq'],
      ['like', 'notlike'],
      ['contains', 'doesnotcontain'],
      ['begins', 'notbegins'],
      ['ends', 'notends'],
    ] as const;
    fc.assert(
      fc.property(rows, word, fc.constantFrom(...opposites), (row, value, [operator, opposite]) => {
        const both = [
          passes(row, condition('title', operator, value)),
          passes(row, condition('title', opposite, value)),
        ];
        expect(both.filter(Boolean)).toHaveLength(row.title === null ? 0 : 1);
      }),
    );
  });

  it('compare numbers as numbers', () => {
    const bound = fc.integer({ min: -6, max: 6 });
    fc.assert(
      fc.property(rows, bound, bound, (row, low, high) => {
        const { size } = row;
        const expected = size !== null && size >= low && size <= high;
        expect(passes(row, condition('size', 'between', [String(low), String(high)]))).toBe(expected);
        const pair = [condition('size', 'gte', String(low)), condition('size', 'lte', String(high))];
        expect(passes(row, pair)).toBe(expected);
        expect(passes(row, { logic: 'and', filters: pair })).toBe(expected);
      }),
    );
  });

  it('mean by `in` what `or` means', () => {
    const stages = fc.array(fc.constantFrom('OPEN', 'WAIT', 'CLOSE', 'open'), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(rows, stages, (row, values) => {
        const filters = values.map((value) => condition('stage', 'eq', value));
        const expected = values.includes(row.stage);
        expect(passes(row, condition('stage', 'in', values))).toBe(expected);
        expect(passes(row, { logic: 'or', filters })).toBe(expected);
        expect(passes(row, condition('stage', 'notin', values))).toBe(!expected);
      }),
    );
  });

  it('find by isnull what has no value, also in a list that holds null only', () => {
    fc.assert(
      fc.property(rows, (row) => {
        expect(passes(row, condition('at', 'isnull', 'true'))).toBe(row.at === null);
        expect(passes(row, condition('at', 'isnotnull', 'true'))).toBe(row.at !== null);
        const phones = row.phones.filter((phone) => phone !== null);
        expect(passes(row, condition('customFields.number', 'isnull', undefined))).toBe(phones.length === 0);
        expect(passes(row, condition('customFields.number', 'eq', '2'))).toBe(phones.includes('2'));
        expect(passes(row, condition('customFields.fax', 'isnull', undefined))).toBe(true);
      }),
    );
  });

  it('compare times by the wall clock of the instance', () => {
    fc.assert(
      fc.property(rows, (row) => {
        if (row.at === null) return;
        const wall = view.clock.text(row.at);
        const day = wall.slice(0, 10);
        expect(passes(row, condition('at', 'eq', wall))).toBe(true);
        expect(passes(row, condition('at', 'gte', day))).toBe(true);
        expect(passes(row, condition('at', 'lte', `${day} 23:59:59`))).toBe(true);
        expect(passes(row, condition('at', 'lte', day))).toBe(wall.endsWith('00:00:00'));
        expect(passes(row, condition('at', 'like', `${day}%`))).toBe(true);
      }),
    );
  });

  it('look for rows in the days where they can be, whatever the zone', () => {
    const zones = ['Europe/Prague', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'];
    const operators = fc.constantFrom('eq', 'gt', 'gte', 'lt', 'lte', 'between');
    const shift = fc.integer({ min: -200_000, max: 200_000 });
    fc.assert(
      fc.property(rows, fc.constantFrom(...zones), operators, shift, shift, (row, zone, operator, a, b) => {
        const clock = clockOf(zone);
        if (row.at === null || clock === undefined) return;
        const there: View = { ...view, clock, start: 0, now: row.at + 1 };
        const values = [a, b].sort((one, other) => one - other).map((by) => clock.text((row.at ?? 0) + by * 1_000));
        const filter = readFilter([condition('at', operator, operator === 'between' ? values : values[0])]);
        if (filter === undefined || !compileFilter(model, filter, there)(row)) return;
        const { from, to } = spanOf(model, filter, there);
        expect(row.at >= from && row.at < to).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('take flags in each of their spellings', () => {
    fc.assert(
      fc.property(rows, (row) => {
        for (const value of ['1', 'true']) expect(passes(row, condition('open', 'eq', value))).toBe(row.open);
        for (const value of ['0', 'false']) expect(passes(row, condition('open', 'eq', value))).toBe(!row.open);
      }),
    );
  });

  it('come to the same from brackets, however they are encoded', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom('OPEN', 'WAIT'), (row, stage) => {
        const pairs: [string, string][] = [
          ['filter[logic]', 'or'],
          ['filter[filters][0][field]', 'stage'],
          ['filter[filters][0][operator]', 'eq'],
          ['filter[filters][0][value]', stage],
          ['filter[filters][1][logic]', 'and'],
          ['filter[filters][1][filters][0][field]', 'open'],
          ['filter[filters][1][filters][0][operator]', 'eq'],
          ['filter[filters][1][filters][0][value]', '1'],
          ['filter[filters][1][filters][1][field]', 'size'],
          ['filter[filters][1][filters][1][operator]', 'gt'],
          ['filter[filters][1][filters][1][value]', '0'],
        ];
        const raw = pairs.map((pair) => pair.join('=')).join('&');
        const expected = row.stage === stage || (row.open && row.size !== null && row.size > 0);
        expect(passes(row, readParameters(raw).filter)).toBe(expected);
        expect(passes(row, readParameters(new URLSearchParams(pairs).toString()).filter)).toBe(expected);
      }),
    );
  });
});

describe('like', () => {
  it('is what a regular expression of the same meaning is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab%_]{0,8}$/), fc.stringMatching(/^[ab%_]{0,6}$/), (given, pattern) => {
        const source = pattern.replaceAll('%', '[^]*').replaceAll('_', '[^]');
        expect(isLike(given, pattern)).toBe(new RegExp(`^${source}$`).test(given));
      }),
    );
  });

  it('takes an escaped wildcard for itself, and is quick where there are many', () => {
    fc.assert(
      fc.property(word, (value) => {
        const escaped = value.replace(/[%_\\]/g, '\\$&');
        expect(isLike(value, escaped)).toBe(true);
        expect(isLike(`${value}x`, escaped)).toBe(false);
      }),
    );
    expect(isLike('a'.repeat(5_000), `${'a%'.repeat(50)}b`)).toBe(false);
  });
});
