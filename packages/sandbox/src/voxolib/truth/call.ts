export type Product = 'wcb' | 'did';

export const PRODUCTS = ['wcb', 'did'] as const satisfies readonly Product[];

/** The kind of line at the other end. */
export type LineKind = 'fixed' | 'mobile' | 'intl';

export const LINE_KINDS = ['fixed', 'mobile', 'intl'] as const satisfies readonly LineKind[];

/** One call. Reports are counted from these. */
export interface Call {
  /** When it started, in epoch milliseconds. */
  at: number;
  status: string;
  line: LineKind;
  /** How long was talked, or how long the voicemail message is. Zero for every other status. */
  duration_s: number;
  /** The duration, rounded up to the started six seconds. */
  billable_s: number;
}

const BILLING_STEP_S = 6;

export function billableSeconds(duration_s: number): number {
  return Math.ceil(duration_s / BILLING_STEP_S) * BILLING_STEP_S;
}
