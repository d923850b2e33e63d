import { describe, expect, it } from 'vitest';
import { randomAt, randomCount, seedOf, weightedChoice } from './random.ts';

const seed = seedOf('a', 'seed');
const numbers = (index: number, count: number) => {
  const random = randomAt(seed, index);
  return Array.from({ length: count }, random);
};

describe('random numbers', () => {
  it('are the same for the same words and index, and others otherwise', () => {
    expect(numbers(7, 5)).toEqual(numbers(7, 5));
    expect(numbers(7, 5)).not.toEqual(numbers(8, 5));
    expect(seedOf('a', 'seed')).not.toEqual(seedOf('aseed'));
    expect(seedOf('a', 'bc')).not.toEqual(seedOf('ab', 'c'));
  });

  it('are even, also across neighbouring generators', () => {
    const firsts = Array.from({ length: 10_000 }, (_, index) => numbers(index, 1)[0] ?? -1);
    for (const sample of [numbers(1, 10_000), firsts]) {
      const tenths = Array.from({ length: 10 }, () => 0);
      for (const number of sample) tenths[Math.floor(number * 10)] = (tenths[Math.floor(number * 10)] ?? 0) + 1;
      for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(150);
    }
  });

  it('count around a mean', () => {
    for (const mean of [0, 0.2, 3, 40]) {
      const random = randomAt(seed, 3);
      const counts = Array.from({ length: 4_000 }, () => randomCount(random, mean));
      const average = counts.reduce((sum, count) => sum + count, 0) / counts.length;
      expect(Math.abs(average - mean)).toBeLessThanOrEqual(4 * Math.sqrt(mean / counts.length));
    }
  });

  it('choose by weight', () => {
    const random = randomAt(seed, 4);
    const choose = weightedChoice([1, 0, 2]);
    const chosen = [0, 0, 0];
    for (let round = 0; round < 9_000; round++) {
      const place = choose(random);
      chosen[place] = (chosen[place] ?? 0) + 1;
    }
    expect(chosen[1]).toBe(0);
    expect(Math.abs((chosen[0] ?? 0) - 3_000)).toBeLessThan(200);
  });
});
