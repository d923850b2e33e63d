import type { Migration } from '../migrate.ts';

export const oauth: Migration = {
  name: '0005-oauth',
  async up(db) {
    await db.schema
      .createTable('oauth_objects')
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('id_hash', 'text', (column) => column.notNull())
      .addColumn('grant_hash', 'text')
      .addColumn('key_id', 'text', (column) => column.notNull())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addColumn('consumed_at', 'bigint')
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('oauth_objects_pk', ['kind', 'id_hash'])
      .execute();
    await db.schema.createIndex('oauth_objects_by_grant').on('oauth_objects').column('grant_hash').execute();
    await db.schema.createIndex('oauth_objects_by_expiry').on('oauth_objects').column('expires_at').execute();
    await db.schema
      .createTable('oauth_grants')
      .addColumn('grant_hash', 'text', (column) => column.primaryKey())
      .addColumn('account_hash', 'text', (column) => column.notNull())
      .addColumn('client_id', 'text', (column) => column.notNull())
      .addColumn('client_name', 'text', (column) => column.notNull())
      .addColumn('redirect_host', 'text', (column) => column.notNull())
      .addColumn('scopes', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('last_used_at', 'bigint')
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('oauth_grants_by_account')
      .on('oauth_grants')
      .columns(['account_hash', 'client_id'])
      .execute();
    await db.schema
      .createTable('upstream_credentials')
      .addColumn('grant_hash', 'text', (column) => column.primaryKey())
      .addColumn('key_id', 'text', (column) => column.notNull())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .execute();
  },
};
