import type { Period } from '@voxolib/telephony';

/** The clock of the vendor and of the reader. */
export const now = () => new Date('2026-11-20T14:05:09Z');

const tz = 'Europe/Prague';
export const YEAR: Period = { start_date: '2025-11-21', end_date: '2026-11-19', tz };
/** The part of it that has half of the calls. */
export const HALF: Period = { start_date: '2025-11-21', end_date: '2026-05-23', tz };

/** How long the vendor takes for a page, beside what it takes to write it. */
export const LATENCY = 100;

/** What the vendor was asked since somebody last wanted to know. */
export interface Asked {
  /** The addresses of the pages of calls, in the order they were asked for. */
  pages: string[];
  /** The most pages that it had under way at the same time. */
  atOnce: number;
}

/** What opens the instance. */
export interface Instance {
  url: string;
  accessToken: string;
}

/** What a reader is told. A report is of a period, the others read the pages of one. */
export type YearTask = Instance & ({ task: 'report'; period: Period } | { task: 'fetch' | 'parse'; pages: string[] });

/** What a reader says when it is done. */
export interface YearDone {
  calls: number;
  cpuMilliseconds: number;
  waitedMilliseconds: number;
  peakBytes: number;
  /** The most that was live; zero where garbage could not be collected. */
  liveBytes: number;
}
