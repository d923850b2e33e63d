import type { Balance } from './account/balance.ts';
import type { CallRecords } from './account/call-records.ts';
import type { CallerIdFilters } from './account/caller-id-filters.ts';
import type { Lines } from './account/lines.ts';
import type { Phonebook } from './account/phonebook.ts';
import type { Recordings } from './account/recordings.ts';
import type { Transcripts } from './account/transcripts.ts';
import type { DailyCallReport } from './call-report.ts';
import type { ContactCentre } from './contact-centre/contact-centre.ts';
import type { CountedWarning } from './counted-warning.ts';
import type { DailyMinutesReport } from './minutes-report.ts';
import type { NumberCount } from './number-count.ts';
import type { OperationOptions } from './operation-options.ts';
import type { Period } from './period.ts';

/** Calls per day, for each product that the vendor reports on. */
export interface CallReports {
  products: readonly string[];
  /** The longest period of one call, in days. */
  maxDays: number;
  /** `counted` are those of the report's warnings that some of its days can be given with; readers of the report do not need it. */
  daily(
    product: string,
    period: Period,
    options?: OperationOptions,
  ): Promise<DailyCallReport & { counted?: readonly CountedWarning[] }>;
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
  records?: CallRecords;
  balance?: Balance;
  lines?: Lines;
  phonebook?: Phonebook;
  callerIdFilters?: CallerIdFilters;
  recordings?: Recordings;
  transcripts?: Transcripts;
  contactCentre?: ContactCentre;
}
