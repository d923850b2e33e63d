import type { Migration } from '../migrate.ts';

export const gatewayKeys: Migration = {
  name: '0001-gateway-keys',
  async up(db) {
    await db.schema
      .createTable('gateway_keys')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('fingerprint', 'text', (column) => column.notNull())
      .addColumn('first_seen_at', 'bigint', (column) => column.notNull())
      .execute();
  },
};
