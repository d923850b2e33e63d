import { expect, test } from 'vitest';
import { best, inTurns, median } from './turns.ts';

test('contenders take turns, every second round backwards, and keep their own costs', async () => {
  const order: string[] = [];
  const contender = (name: string) => async () => order.push(name);
  const costs = await inTurns(3, { a: contender('a'), b: contender('b') });
  expect(order).toEqual(['a', 'b', 'b', 'a', 'a', 'b']);
  expect(costs).toEqual({ a: [1, 4, 5], b: [2, 3, 6] });
});

test('best and median', () => {
  expect(best([3, 1, 2])).toBe(1);
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 2, 9])).toBe(3);
});
