/** Which limit was met. */
export type LimitName = 'minute' | 'month' | 'connections' | 'address' | 'sign-in';

export interface Refused {
  readonly allowed: false;
  readonly limit: LimitName;
  /** When it makes sense to try again, at least a millisecond from now. */
  readonly retryAfterMs: number;
  /** A sentence for a person: which limit, how much, when again. */
  readonly reason: string;
}

interface Admitted {
  readonly allowed: true;
  /** The name of the tier that was applied. */
  readonly tier: string;
  /** Calls left in this minute and when the minute ends; absent where the tier has no such limit. */
  readonly minute?: { readonly limit: number; readonly remaining: number; readonly resetMs: number };
  /** Calls made in this month, as far as this process knows, and what is left of the included ones. */
  readonly month: { readonly used: number; readonly included: number | null; readonly remaining: number | null };
  /** Set when this call is beyond the included ones: what it costs. */
  readonly metered?: { readonly currency: string; readonly pricePerCall: string };
}

export type Admission = Admitted | Refused;

/** The value of `Retry-After`: whole seconds, never too early. */
export function retryAfterSeconds({ retryAfterMs }: Pick<Refused, 'retryAfterMs'>): number {
  return Math.max(1, Math.ceil(retryAfterMs / 1000));
}
