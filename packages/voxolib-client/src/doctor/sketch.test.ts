import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sketch } from './sketch.ts';

test('names and types, and no value', () => {
  const reply = {
    data: [{ date: '2026-03-01', total: 42, status_breakdown: { answered: 30, '+33612345678': 1 }, ok: true }, {}],
    meta: { next: null, pages: [] },
  };
  expect(sketch(reply)).toBe(
    '{data: [{date: text, total: number, status_breakdown: {answered: number, …: number}, ok: boolean} × 2], ' +
      'meta: {next: null, pages: []}}',
  );
});

test('is short, however deep or wide the reply is', () => {
  let deep: unknown = 1;
  for (let index = 0; index < 1000; index += 1) deep = { a: deep };
  const wide = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`k${index}`, index]));
  expect(sketch(deep).length).toBeLessThan(60);
  expect(sketch(wide).length).toBeLessThan(600);
});

test('never holds a text of the reply', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(
        sketch({ canary: 'text-canary', value: [{ canary: `${JSON.stringify(value)}text-canary` }] }),
      ).not.toContain('text-canary');
    }),
  );
});
