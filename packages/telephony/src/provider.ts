import type { DailyCallReport } from './call-report.ts';
import type { DailyMinutesReport } from './minutes-report.ts';
import type { NumberCount } from './number-count.ts';
import type { Period } from './period.ts';

/** What every operation takes beside its own arguments. */
export interface OperationOptions {
  /** Ends the operation, and its request to the vendor, when the caller has gone. */
  signal?: AbortSignal;
  /** Asks the vendor also for what is remembered. */
  fresh?: boolean;
}

/** Calls per day, for each product that the vendor reports on. */
export interface CallReports {
  products: readonly string[];
  /** The longest period of one call, in days. */
  maxDays: number;
  daily(product: string, period: Period, options?: OperationOptions): Promise<DailyCallReport>;
}

/** Minutes per day, for each product that the vendor reports on. */
export interface MinutesReports {
  products: readonly string[];
  maxDays: number;
  daily(product: string, period: Period, options?: OperationOptions): Promise<DailyMinutesReport>;
}

export interface NumberCounts {
  count(options?: OperationOptions): Promise<NumberCount>;
}

/**
 * A vendor account, as the tools see it. A group that is absent is a capability that the vendor does not have;
 * there is no other declaration. Every operation throws TelephonyError and nothing else that a caller should see.
 */
export interface Provider {
  id: string;
  title: string;
  calls?: CallReports;
  minutes?: MinutesReports;
  numbers?: NumberCounts;
}
