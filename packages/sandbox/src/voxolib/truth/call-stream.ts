import { randomAt, randomCount, seedOf } from '../../random.ts';
import { publicHolidays } from '../../rhythm/holidays.ts';
import { createMoments } from '../../rhythm/moment.ts';
import { isOpen, type Rhythm, shareOfDay } from '../../rhythm/rhythm.ts';
import { billableSeconds, type Call, type Product } from './call.ts';
import { incidentsOf } from './incidents.ts';
import { endingsAt } from './outcomes.ts';

/** Calls are made a quarter of an hour at a time, each with random numbers of its own. */
export const BUCKET_MS = 900_000;
export const BUCKETS_A_DAY = 96;
const BUCKETS_AN_HOUR = 4;

const momentsOf = createMoments('Europe/Paris', publicHolidays('FR'));

export interface StreamOptions {
  seed: string;
  account: string;
  product: Product;
  rhythm: Rhythm;
  /** Calls of an ordinary working day of the year 2026. */
  daily: number;
}

/** Every call of one product of an account, past and future, a bucket at a time in the order of their starts. */
export type CallStream = (bucket: number) => Call[];

export function createCallStream({ seed, account, product, rhythm, daily }: StreamOptions): CallStream {
  const streamSeed = seedOf(seed, account, product);
  const incidentAt = incidentsOf(seed, account);
  return (bucket) => {
    const moment = momentsOf(Math.floor(bucket / BUCKETS_A_DAY))[hourOf(bucket)];
    if (daily === 0 || moment === undefined) return [];
    const random = randomAt(streamSeed, bucket);
    const incident = incidentAt(moment);
    const mean = (daily * shareOfDay(rhythm, moment) * (incident?.volume ?? 1)) / BUCKETS_AN_HOUR;
    const endingOf = endingsAt(product, isOpen(rhythm, moment), incident);
    const starts = Array.from({ length: randomCount(random, mean) }, () => Math.floor(random() * BUCKET_MS));
    return starts
      .sort((a, b) => a - b)
      .map((start) => {
        const { status, line, duration_s } = endingOf(random);
        return { at: bucket * BUCKET_MS + start, status, line, duration_s, billable_s: billableSeconds(duration_s) };
      });
  };
}

function hourOf(bucket: number): number {
  const ofDay = ((bucket % BUCKETS_A_DAY) + BUCKETS_A_DAY) % BUCKETS_A_DAY;
  return Math.floor(ofDay / BUCKETS_AN_HOUR);
}
