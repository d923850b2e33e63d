export { BaseUrl } from './base-url.ts';
export { type ByteBudget, readChunks, readText } from './body.ts';
export { withDeadline } from './deadline.ts';
export { dig } from './dig.ts';
export { createGuard, type Guard } from './guard.ts';
export { faultCode, isCertificateFault } from './network-fault.ts';
export { problemsOf } from './problems.ts';
export { withRetries } from './retry.ts';
export { readRetryAfter } from './retry-after.ts';
