import { createHash } from 'node:crypto';

/** Numbers in [0, 1), always the same ones for the same seed. */
export type Random = () => number;

export type Seed = readonly [number, number, number, number];

/** The seed that belongs to these words. */
export function seedOf(...words: string[]): Seed {
  const digest = createHash('sha256').update(JSON.stringify(words)).digest();
  return [digest.readInt32LE(0), digest.readInt32LE(4), digest.readInt32LE(8), digest.readInt32LE(12)];
}

/** The generator number `index` of a seed (sfc32). Each can be had without the ones before it. */
export function randomAt(seed: Seed, index: number): Random {
  let [a, b, c] = seed;
  let counter = seed[3] ^ index;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 15; round++) next();
  return next;
}

/** A count that is `mean` on average (Poisson). */
export function randomCount(random: Random, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count++;
  return count;
}

/** Chooses places in `weights`, each as likely as its weight. */
export function weightedChoice(weights: readonly number[]): (random: Random) => number {
  let total = 0;
  const limits = weights.map((weight) => {
    total += weight;
    return total;
  });
  return (random) => {
    const point = random() * total;
    const place = limits.findIndex((limit) => point < limit);
    return place === -1 ? weights.length - 1 : place;
  };
}

/** A whole number between points of equal likelihood, in order. */
export function randomBetween(random: Random, points: readonly number[]): number {
  const place = random() * (points.length - 1);
  const low = points[Math.floor(place)] ?? 0;
  const high = points[Math.ceil(place)] ?? low;
  return Math.round(low + (high - low) * (place % 1));
}
