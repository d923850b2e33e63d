import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { describe } from 'vitest';
import { openStorage, type Storage, type StorageOptions } from '../src/storage/storage.ts';

/** An empty database of its own. `close`, and the end of `await using`, also removes it. */
export interface TestStorage extends Storage, AsyncDisposable {
  /** For a second opening, or another process. */
  readonly options: StorageOptions;
}

/** A place for a database, where nothing was opened yet. */
interface TestPlace extends AsyncDisposable {
  readonly options: StorageOptions;
}

export interface Engine {
  readonly name: Storage['dialect'];
  /** Why it cannot be tested here. Never set in CI, where every engine must answer. */
  readonly absent: string | undefined;
  place(): Promise<TestPlace>;
}

// biome-ignore lint/style/noProcessEnv: only CI says that it is CI
const inCi = Boolean(process.env.CI);

const POSTGRES_URL = 'postgres://postgres@127.0.0.1:5432/test';

const sqlite: Engine = {
  name: 'sqlite',
  absent: undefined,
  async place() {
    const dataDir = await mkdtemp(join(tmpdir(), 'access-'));
    return { options: { dataDir }, [Symbol.asyncDispose]: () => rm(dataDir, { recursive: true }) };
  },
};

export const postgres: Engine = {
  name: 'postgres',
  absent: await unreachable(5432),
  async place() {
    const schema = `test_${randomBytes(8).toString('hex')}`;
    await administer(`create schema ${schema}`);
    return {
      options: { databaseUrl: `${POSTGRES_URL}?options=${encodeURIComponent(`-c search_path=${schema}`)}` },
      [Symbol.asyncDispose]: () => administer(`drop schema ${schema} cascade`),
    };
  },
};

/** Every engine. `describeStorage` skips those that are absent. */
export const engines: readonly Engine[] = [sqlite, postgres];

/**
 * One suite for every engine, or for those of `on`. `open` gives a new, empty database each time:
 *
 *     describeStorage('tokens', (open) => {
 *       it('…', async () => {
 *         await using storage = await open();
 */
export function describeStorage(
  title: string,
  suite: (open: () => Promise<TestStorage>, engine: Engine) => void,
  on: readonly Engine[] = engines,
): void {
  for (const engine of on) {
    const name = `${title} on ${engine.name}`;
    if (engine.absent) describe.skip(`${name}: ${engine.absent}`, () => suite(() => open(engine), engine));
    else describe(name, () => suite(() => open(engine), engine));
  }
}

async function open(engine: Engine): Promise<TestStorage> {
  const place = await engine.place();
  const storage = await openStorage(place.options);
  const close = async () => {
    await storage.close();
    await place[Symbol.asyncDispose]();
  };
  return { ...storage, options: place.options, close, [Symbol.asyncDispose]: close };
}

/** Runs one statement on the PostgreSQL server of the tests, outside of any storage. */
export async function administer(statement: string): Promise<void> {
  const client = new Client({ connectionString: POSTGRES_URL });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function unreachable(port: number): Promise<string | undefined> {
  if (inCi) return undefined;
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 1_000 });
    const settle = (reason?: string) => {
      socket.destroy();
      resolve(reason);
    };
    socket.once('connect', () => settle());
    socket.once('timeout', () => settle(`nothing answers at 127.0.0.1:${port}`));
    socket.once('error', () => settle(`nothing answers at 127.0.0.1:${port}`));
  });
}
