import type { Migration } from '../migrate.ts';

export const usageCounters: Migration = {
  name: '0003-usage-counters',
  async up(db) {
    await db.schema
      .createTable('usage_counters')
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('tier', 'text', (column) => column.notNull())
      .addColumn('month', 'text', (column) => column.notNull())
      .addColumn('calls', 'bigint', (column) => column.notNull())
      .addColumn('metered_from', 'bigint')
      .addColumn('over_calls', 'bigint', (column) => column.notNull())
      .addColumn('over_micros', 'bigint', (column) => column.notNull())
      .addColumn('currency', 'text')
      .addColumn('micros_per_call', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('usage_counters_key', ['subject', 'month', 'tier'])
      .execute();
    await db.schema.createIndex('usage_counters_month').on('usage_counters').column('month').execute();
  },
};
