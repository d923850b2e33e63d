import { expect, test } from 'vitest';
import type { Figure } from './measurement.ts';
import { json, markdown } from './report.ts';

const figures: Figure[] = [
  { what: 'a call', unit: 'µs', ours: 126, reference: { what: 'plain', cost: 31.5 }, target: 4 },
  { what: 'memory', unit: 'MB', ours: 2.25 },
];

test('a row has the ratio of its own two costs, and says what they are compared with', () => {
  const rows = markdown(figures).split('\n').slice(-2);
  expect(rows).toEqual(['| a call | 126 µs | 32 µs (plain) | 4.00 | ≤ 4 |', '| memory | 2.3 MB |  |  |  |']);
});

test('JSON has the same figures, unrounded', () => {
  const { figures: written, node } = JSON.parse(json(figures));
  expect(node).toBe(process.version);
  expect(written).toEqual([{ ...figures[0], ratio: 4 }, figures[1]]);
});
