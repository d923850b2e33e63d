import pLimit from 'p-limit';
import { countDays } from '../calendar.ts';
import { isTelephonyError, type TelephonyError } from '../errors.ts';
import type { Period, ResolvedPeriod } from '../period.ts';
import { slicesOf } from './slices.ts';

/** Days that an answer lacks, and why. */
export interface MissingDays {
  start_date: string;
  end_date: string;
  days: number;
  reason: string;
}

/** The days of a period of any length. What could not be had is in `missing`, and in no figure. */
export interface LongReport<Day> {
  days: Day[];
  missing: MissingDays[];
  /** The oldest of the parts' times. */
  as_of: string;
  warnings: string[];
}

export interface LongReportOptions {
  signal?: AbortSignal;
  /** Shared by reports that are read together, so that they ask the vendor for no more at once than one would. */
  limit?: SliceLimit;
  /** Told after each part how many of how many are done. */
  onProgress?(done: number, total: number): void;
}

/** Slices that a vendor is asked for at the same time. */
const AT_ONCE = 4;

export type SliceLimit = ReturnType<typeof pLimit>;

export function createSliceLimit(): SliceLimit {
  return pLimit(AT_ONCE);
}

/**
 * Reads a period in slices and merges them.
 * @throws the error of a slice when no other slice could be had either, and at once when it holds for all of them.
 */
export async function readLongReport<Day>(
  period: ResolvedPeriod,
  maxDays: number,
  read: (
    slice: Period,
    signal: AbortSignal,
  ) => Promise<{ days: Day[]; as_of: string; warnings?: string[] | undefined }>,
  options: LongReportOptions = {},
): Promise<LongReport<Day>> {
  const slices = slicesOf(period.start_date, period.end_date, maxDays);
  const limit = options.limit ?? createSliceLimit();
  const failed = new AbortController();
  const signal = options.signal === undefined ? failed.signal : AbortSignal.any([options.signal, failed.signal]);
  let done = 0;
  const parts = await Promise.all(
    slices.map((slice) =>
      limit(async () => {
        signal.throwIfAborted();
        const part = await read({ ...slice, tz: period.tz }, signal).catch((error: unknown) => {
          options.signal?.throwIfAborted();
          if (isTelephonyError(error) && mayHoldForOneSlice(error)) return { error };
          // The other slices would fail alike, or are of no use any more.
          failed.abort(error);
          throw error;
        });
        options.onProgress?.(++done, slices.length);
        return { slice, part };
      }),
    ),
  );
  const days: Day[] = [];
  const missing: MissingDays[] = [];
  const warnings: string[] = [];
  let asOf: string | undefined;
  let failure: TelephonyError | undefined;
  for (const { slice, part } of parts) {
    if ('error' in part) {
      failure = part.error;
      const count = countDays(slice.start_date, slice.end_date);
      missing.push({ ...slice, days: count, reason: part.error.message });
    } else {
      for (const day of part.days) days.push(day);
      warnings.push(...(part.warnings ?? []));
      if (asOf === undefined || part.as_of < asOf) asOf = part.as_of;
    }
  }
  if (asOf === undefined) throw failure ?? new RangeError('A period has at least one slice');
  return { days, missing, as_of: asOf, warnings };
}

/** Whether another slice may succeed all the same. A wrong credential or a missing right holds for all of them. */
function mayHoldForOneSlice({ code }: TelephonyError): boolean {
  return code === 'UNAVAILABLE' || code === 'RATE_LIMITED' || code === 'BAD_RESPONSE';
}
