import type { AuditCheckpointTable } from '../audit/audit-checkpoint-table.ts';
import type { AuditWriterTable } from '../audit/audit-writer-table.ts';
import type { ToolCallTable } from '../audit/tool-call-table.ts';
import type { ChangeTable } from '../changes/change-table.ts';
import type { GatewayKeyTable } from '../keys/gateway-key-table.ts';
import type { UsageCounterTable } from '../limits/usage-counter-table.ts';
import type { OAuthGrantTable, OAuthObjectTable, UpstreamCredentialTable } from '../oauth/oauth-tables.ts';
import type { StaticTokenTable } from '../tokens/static-token-table.ts';
import type { UpstreamSessionTable } from '../upstream-sessions/upstream-session-table.ts';
import type { MigrationTable } from './migrate.ts';
import type { TurnTable } from './turn-table.ts';

/**
 * Every table, by its name in SQL. A capability exports the interface of its table from its own folder
 * (`audit/tool-call-table.ts`), names it here, and makes it in a migration (`migrations/index.ts`).
 */
export interface Database {
  schema_migrations: MigrationTable;
  gateway_keys: GatewayKeyTable;
  mcp_tool_calls: ToolCallTable;
  audit_writers: AuditWriterTable;
  audit_checkpoints: AuditCheckpointTable;
  usage_counters: UsageCounterTable;
  static_tokens: StaticTokenTable;
  oauth_objects: OAuthObjectTable;
  oauth_grants: OAuthGrantTable;
  upstream_credentials: UpstreamCredentialTable;
  turns: TurnTable;
  changes: ChangeTable;
  upstream_sessions: UpstreamSessionTable;
}
