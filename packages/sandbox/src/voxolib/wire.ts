import type { NumberCounts } from './accounts.ts';

/** A day of a calls report. */
export interface CallRow {
  date: string;
  total: number;
  status_breakdown: Record<string, number>;
}

/** A day of a minutes report, in decimal minutes. */
export interface MinutesRow {
  date: string;
  fixed: number;
  mobile: number;
  intl: number;
  billable: number;
}

/** A reply with 200. `next` is there when more rows follow. */
export interface Reply<Data> {
  data: Data;
  meta?: { next: string };
}

export type VoxolibReply = Reply<(CallRow | MinutesRow)[] | NumberCounts>;
