import { z } from 'zod';

/** What calls beyond the included ones cost. The price is decimal text, because money is never a binary fraction. */
const Overage = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be a currency such as EUR'),
  pricePerCall: z.string().regex(/^\d{1,6}(\.\d{1,6})?$/, 'must be a decimal price such as 0.0005'),
});
type Overage = z.infer<typeof Overage>;

const Limit = z.int().positive().nullable();

/** How much a caller may do. `null` is no limit. */
export const Tier = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9._:-]{0,63}$/, 'must be lower-case letters, digits, dots, colons, hyphens'),
  /** As a person reads it. */
  title: z.string().min(1).max(80),
  callsPerMinute: Limit,
  /** Calls that a calendar month (UTC) includes. Beyond them calls are refused, or metered where there is `overage`. */
  callsPerMonth: Limit,
  /** Streams that may be open at a time. */
  connections: Limit,
  overage: Overage.optional(),
});
export type Tier = z.infer<typeof Tier>;

/** The tiers of a deployment that says nothing else. */
export const standardTiers: readonly Tier[] = [
  { name: 'discover', title: 'Discover', callsPerMinute: 60, callsPerMonth: 10_000, connections: 1 },
  {
    name: 'automate',
    title: 'Automate',
    callsPerMinute: 300,
    callsPerMonth: 100_000,
    connections: 5,
    overage: { currency: 'EUR', pricePerCall: '0.0005' },
  },
];

export interface EmbedTerms {
  /** The partner, as it stands in names: lower-case letters, digits, hyphens. */
  readonly partner: string;
  readonly title?: string;
  readonly callsPerMinute: number | null;
  readonly callsPerMonth?: number | null;
  readonly connections?: number | null;
  readonly overage?: Overage;
}

/** The Embed tier of one partner, named `embed:<partner>`: what is not agreed on has no limit. */
export function embedTier({ partner, title, callsPerMinute, callsPerMonth, connections, overage }: EmbedTerms): Tier {
  return Tier.parse({
    name: `embed:${partner}`,
    title: title ?? `Embed (${partner})`,
    callsPerMinute,
    callsPerMonth: callsPerMonth ?? null,
    connections: connections ?? null,
    overage,
  });
}
