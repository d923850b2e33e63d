import type { Migration } from '../migrate.ts';

export const changes: Migration = {
  name: '0007-changes',
  async up(db) {
    await db.schema
      .createTable('changes')
      .addColumn('key_hash', 'text', (column) => column.primaryKey())
      .addColumn('digest', 'text', (column) => column.notNull())
      .addColumn('started_at', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addColumn('ended_at', 'bigint')
      .addColumn('key_id', 'text')
      .addColumn('sealed', 'text')
      .execute();
    await db.schema.createIndex('changes_expires_at').on('changes').column('expires_at').execute();
  },
};
