export { type Audit, type AuditOptions, type AuditState, createAudit } from './audit.ts';
export type { AuditProblem } from './problem.ts';
export type { AuditKey } from './signatures.ts';
export type { CallEnd, CallStart } from './tool-call.ts';
export { type CallStatus, callStatuses } from './tool-call-table.ts';
export type { VerificationProblem } from './verification/problem.ts';
export { type Verification, type VerifyOptions, verifyAudit } from './verification/verify-audit.ts';
export { AT_RISK } from './writer/record-queue.ts';
