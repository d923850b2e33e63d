export { type Alerts, type AlertsOptions, createAlerts, type SecurityEvent } from './alerts/alerts.ts';
export { type AlertRules, defaultAlertRules } from './alerts/call-alerts.ts';
export type { AlertOutcome, RecentAlert } from './alerts/recent-alerts.ts';
export { type Audit, type AuditOptions, type AuditState, createAudit } from './audit.ts';
export { type CallExportFormat, callExportFormats, type ExportCallsRequest, exportCalls } from './export-calls.ts';
export type { AuditProblem } from './problem.ts';
export type { CallFilters } from './queries/call-filters.ts';
export {
  type CallCountGroup,
  type CallsByDayRequest,
  type CallsOfDay,
  countCalls,
  countCallsByDay,
} from './queries/count-calls.ts';
export { type RecentCallsRequest, recentCalls } from './queries/recent-calls.ts';
export type { RecordedCall } from './queries/recorded-call.ts';
export { keepRetention, type RetentionScheduleOptions } from './retention/keep-retention.ts';
export { type Removed, type RetentionOptions, removeOldCalls } from './retention/remove-old-calls.ts';
export type { AuditKey } from './signatures.ts';
export type { CallEnd, CallStart } from './tool-call.ts';
export { type CallStatus, callStatuses } from './tool-call-table.ts';
export type { VerificationProblem } from './verification/problem.ts';
export { type Verification, type VerifyOptions, verifyAudit } from './verification/verify-audit.ts';
export { AT_RISK } from './writer/record-queue.ts';
