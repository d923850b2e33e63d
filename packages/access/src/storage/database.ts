import type { GatewayKeyTable } from '../keys/gateway-key-table.ts';
import type { MigrationTable } from './migrate.ts';

/**
 * Every table, by its name in SQL. A capability exports the interface of its table from its own folder
 * (`audit/tool-call-table.ts`), names it here, and makes it in a migration (`migrations/index.ts`).
 */
export interface Database {
  schema_migrations: MigrationTable;
  gateway_keys: GatewayKeyTable;
}
