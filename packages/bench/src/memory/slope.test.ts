import { expect, test } from 'vitest';
import { slopeOf } from './slope.ts';

test('points on a line have its slope', () => {
  expect(slopeOf([7, 9, 11, 13], 10)).toBeCloseTo(0.2);
  expect(slopeOf([5, 5, 5], 1000)).toBe(0);
  expect(slopeOf([3, 2], 1)).toBe(-1);
});

test('what lies beside the line alike at both ends does not turn it', () => {
  expect(slopeOf([9, 2, 4, 6, 15], 1)).toBeCloseTo(1.6);
});
