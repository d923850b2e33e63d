import { inspect } from 'node:util';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { administer, describeStorage, postgres } from '../../test/engines.ts';
import { openStorage } from './storage.ts';

const PASSWORD = 'canary-of-the-password';

describe('the database URL', () => {
  it.each([
    `user:${PASSWORD}@host:5432/database`,
    `mysql://user:${PASSWORD}@host/database`,
    `postgres://user:${PASSWORD}@host:port/database`,
    `postgres://user:${PASSWORD}@127.0.0.1:1/database`,
  ])('is not shown by the error of a wrong one: %#', async (databaseUrl) => {
    const error: unknown = await openStorage({ databaseUrl }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(inspect(error, { depth: 12, showHidden: true })).not.toContain(PASSWORD);
  });
});

describeStorage(
  'a connection that breaks',
  (open) => {
    it('is replaced', async () => {
      await using storage = await open();
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(storage.db);
      await administer(`select pg_terminate_backend(${rows[0]?.pid})`);
      await expect.poll(() => storage.check().then(() => 'answers')).toBe('answers');
    });
  },
  [postgres],
);
