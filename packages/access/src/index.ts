export {
  type AlertOutcome,
  type AlertRules,
  type Alerts,
  type AlertsOptions,
  AT_RISK,
  type Audit,
  type AuditKey,
  type AuditOptions,
  type AuditProblem,
  type AuditState,
  type CallCountGroup,
  type CallEnd,
  type CallExportFormat,
  type CallFilters,
  type CallStart,
  type CallStatus,
  type CallsByDayRequest,
  type CallsOfDay,
  callExportFormats,
  callStatuses,
  countCalls,
  countCallsByDay,
  createAlerts,
  createAudit,
  defaultAlertRules,
  type ExportCallsRequest,
  exportCalls,
  keepRetention,
  type RecentAlert,
  type RecentCallsRequest,
  type RecordedCall,
  type Removed,
  type RetentionOptions,
  type RetentionScheduleOptions,
  recentCalls,
  removeOldCalls,
  type SecurityEvent,
  type Verification as AuditVerification,
  type VerificationProblem,
  type VerifyOptions,
  verifyAudit,
} from './audit/index.ts';
export { type ChangeLedger, type ChangeLedgerOptions, createChangeLedger } from './changes/change-ledger.ts';
export { embeddedKeys } from './keys/embedded-keys.ts';
export { EXAMPLE_KEY, GatewayKeys, GatewayKeysError, parseGatewayKeys } from './keys/gateway-keys.ts';
export { type RecognizeKeysOptions, recognizeKeys } from './keys/recognize-keys.ts';
export type { KeyPurpose, ServerKey, ServerKeys } from './keys/server-keys.ts';
export {
  type AddressLimit,
  type Admission,
  type ConnectionLimit,
  checkRedis,
  createAddressLimit,
  createConnectionLimit,
  createLimits,
  createSignInDelay,
  embedTier,
  type LimitedCaller,
  type Limits,
  type MinuteUsage,
  type OpenConnection,
  type RedisConnection,
  type Refused,
  retryAfterSeconds,
  type SignInAttempt,
  type SignInDelay,
  standardTiers,
  Tier,
  type TierUsage,
  type Usage,
} from './limits/index.ts';
export { displayName } from './oauth/display-name.ts';
export {
  type AccessTokenHolder,
  type AuthorizationServer,
  type AuthorizationServerOptions,
  authorizationServer,
  type ConnectedClient,
  createPeerLimits,
  type Interactions,
  type SignInAnswer,
  type SignInClient,
  SignInRefused,
  type SignInRequest,
} from './oauth/index.ts';
export {
  bearerChallenge,
  createScopes,
  insufficientScope,
  type ScopeRules,
  type Scopes,
} from './scopes/index.ts';
export { hashId } from './sealing/hash-id.ts';
export { createSealer, type Sealed, type Sealer } from './sealing/sealer.ts';
export {
  type AccountSession,
  type AccountSessions,
  createAccountSessions,
} from './sessions/account-sessions.ts';
export type { Database } from './storage/database.ts';
export { inspectStorage, type StorageState } from './storage/inspect-storage.ts';
export { openStorage, type Storage, type StorageOptions } from './storage/storage.ts';
export { isUniqueViolation } from './storage/unique-violation.ts';
export {
  createStaticTokens,
  credentialKinds,
  type NewStaticToken,
  type StaticToken,
  type StaticTokens,
  TOKEN_PREFIX,
  type TokenProblem,
  type Verification as TokenVerification,
} from './tokens/index.ts';
export { createUpstreamSessions, type UpstreamSessions } from './upstream-sessions/upstream-sessions.ts';
