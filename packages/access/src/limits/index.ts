export { type AddressLimit, createAddressLimit } from './address-limit.ts';
export { type Admission, type Refused, retryAfterSeconds } from './admission.ts';
export type { OpenConnection } from './connection-limit.ts';
export { createLimits, type LimitedCaller, type Limits } from './limits.ts';
export { createSignInDelay, type SignInAttempt, type SignInDelay } from './sign-in-delay.ts';
export { embedTier, standardTiers, Tier } from './tier.ts';
export type { TierUsage, Usage } from './usage.ts';
