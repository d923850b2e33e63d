import type { Migration } from '../migrate.ts';

export const staticTokens: Migration = {
  name: '0004-static-tokens',
  async up(db) {
    await db.schema
      .createTable('static_tokens')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('account', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('key_id', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('scopes', 'text', (column) => column.notNull())
      .addColumn('tier', 'text', (column) => column.notNull())
      .addColumn('addresses', 'text')
      .addColumn('credential_key_id', 'text')
      .addColumn('credential_sealed', 'text')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addColumn('revoked_at', 'bigint')
      .addColumn('last_used_at', 'bigint')
      .execute();
    await db.schema.createIndex('static_tokens_account').on('static_tokens').column('account').execute();
  },
};
