import type { Migration } from '../migrate.ts';

export const upstreamSessions: Migration = {
  name: '0008-upstream-sessions',
  async up(db) {
    await db.schema
      .createTable('upstream_sessions')
      .addColumn('handle_hash', 'text', (column) => column.primaryKey())
      .addColumn('key_id', 'text', (column) => column.notNull())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addColumn('renewing_until', 'bigint')
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('upstream_sessions_expires_at').on('upstream_sessions').column('expires_at').execute();
  },
};
