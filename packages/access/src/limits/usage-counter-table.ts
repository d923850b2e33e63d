/** Calls that were admitted, per caller, tier and calendar month (UTC). */
export interface UsageCounterTable {
  subject: string;
  tier: string;
  month: string;
  calls: number;
  /** Calls beyond this many are metered; null where none are. As it was when the last call was counted. */
  metered_from: number | null;
  /** Calls that were metered, and what they cost at the price of their time, in millionths of `currency`. */
  over_calls: number;
  over_micros: number;
  currency: string | null;
  /** The price when the last call was counted. */
  micros_per_call: number;
}
