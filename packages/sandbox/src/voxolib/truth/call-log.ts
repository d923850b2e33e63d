import { LRUCache } from 'lru-cache';
import type { Call } from './call.ts';
import { BUCKET_MS, BUCKETS_A_DAY, type CallStream, createCallStream, type StreamOptions } from './call-stream.ts';
import { addCall, addTally, type Tally, tallySize } from './tally.ts';

/** The calls of one product of an account, to be listed or counted over any time. Both ask the same stream. */
export interface CallLog {
  /** The calls that start in [from, to), in order. */
  calls(from: number, to: number): Generator<Call>;
  /** What the calls that start in [from, to) add up to. */
  count(from: number, to: number): Tally;
}

/** The tallies of a UTC day's buckets, one after the other. Three years of two products are some 2,200 such days. */
export type TallyCache = LRUCache<string, Uint32Array>;

export function createTallyCache(): TallyCache {
  return new LRUCache({ max: 3_000 });
}

export function createCallLog(options: StreamOptions, cache: TallyCache): CallLog {
  const stream = createCallStream(options);
  const { account, product } = options;
  const size = tallySize(product);

  const talliesOf = (utcDay: number): Uint32Array => {
    const key = `${account} ${product} ${utcDay}`;
    let tallies = cache.get(key);
    if (tallies === undefined) {
      tallies = new Uint32Array(size * BUCKETS_A_DAY);
      for (let index = 0; index < BUCKETS_A_DAY; index++) {
        for (const call of stream(utcDay * BUCKETS_A_DAY + index)) addCall(product, tallies, call, index * size);
      }
      cache.set(key, tallies);
    }
    return tallies;
  };

  return {
    *calls(from, to) {
      for (const bucket of bucketsOf(from, to)) yield* callsWithin(stream, bucket, from, to);
    },
    count(from, to) {
      const sum = new Float64Array(size);
      for (const bucket of bucketsOf(from, to)) {
        const start = bucket * BUCKET_MS;
        if (start >= from && start + BUCKET_MS <= to) {
          const utcDay = Math.floor(bucket / BUCKETS_A_DAY);
          addTally(sum, talliesOf(utcDay), (bucket - utcDay * BUCKETS_A_DAY) * size);
        } else {
          for (const call of callsWithin(stream, bucket, from, to)) addCall(product, sum, call);
        }
      }
      return sum;
    },
  };
}

function* bucketsOf(from: number, to: number): Generator<number> {
  for (let bucket = Math.floor(from / BUCKET_MS); bucket * BUCKET_MS < to; bucket++) yield bucket;
}

function callsWithin(stream: CallStream, bucket: number, from: number, to: number): Call[] {
  return stream(bucket).filter((call) => call.at >= from && call.at < to);
}
