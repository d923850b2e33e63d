import type { Migration } from '../migrate.ts';

export const turns: Migration = {
  name: '0006-turns',
  async up(db) {
    await db.schema
      .createTable('turns')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('due_at', 'bigint', (column) => column.notNull())
      .execute();
  },
};
