export { type AddressLimit, type AddressLimitOptions, createAddressLimit } from './address-limit.ts';
export { type Admission, type Admitted, type LimitName, type Refused, retryAfterSeconds } from './admission.ts';
export type { OpenConnection } from './connection-limit.ts';
export { createLimits, type LimitedCaller, type Limits, type LimitsOptions } from './limits.ts';
export {
  createSignInDelay,
  type Patience,
  type SignInAttempt,
  type SignInDelay,
  type SignInDelayOptions,
} from './sign-in-delay.ts';
export { type EmbedTerms, embedTier, Overage, standardTiers, Tier } from './tier.ts';
export type { TierUsage, Usage } from './usage.ts';
