import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { describe } from 'vitest';
import { openStorage, type Storage, type StorageOptions } from '../src/storage/storage.ts';

/** An empty database of its own; `close` also removes it. Other processes, or a second opening, use `options`. */
export interface TestStorage extends Storage {
  readonly options: StorageOptions;
}

export interface Engine {
  readonly name: string;
  /** Why it cannot be tested here. Never set in CI, where every engine must answer. */
  readonly absent: string | undefined;
  open(): Promise<TestStorage>;
}

// biome-ignore lint/style/noProcessEnv: only CI says that it is CI
const inCi = Boolean(process.env.CI);
const POSTGRES = 'postgres://postgres@127.0.0.1:5432/test';
/** The Redis server of the tests; `redisAbsent` says why it cannot be used. */
export const REDIS = 'redis://127.0.0.1:6379';
export const redisAbsent = await absent(6379);

const sqlite: Engine = {
  name: 'sqlite',
  absent: undefined,
  async open() {
    const dataDir = await mkdtemp(join(tmpdir(), 'access-'));
    const options = { dataDir };
    const storage = await openStorage(options);
    const close = async () => {
      await storage.close();
      await rm(dataDir, { recursive: true });
    };
    return { ...storage, options, close };
  },
};

const postgres: Engine = {
  name: 'postgres',
  absent: await absent(5432),
  async open() {
    const schema = `test_${randomBytes(8).toString('hex')}`;
    await administer(`create schema ${schema}`);
    const options = { databaseUrl: `${POSTGRES}?options=${encodeURIComponent(`-c search_path=${schema}`)}` };
    const storage = await openStorage(options);
    const close = async () => {
      await storage.close();
      await administer(`drop schema ${schema} cascade`);
    };
    return { ...storage, options, close };
  },
};

export const engines: readonly Engine[] = [sqlite, postgres];

/** One suite for every engine. `open` gives a new, empty database each time; whoever opens closes. */
export function describeStorage(title: string, suite: (open: Engine['open'], engine: Engine) => void): void {
  for (const engine of engines) {
    const name = `${title} on ${engine.name}`;
    if (engine.absent) describe.skip(`${name}: ${engine.absent}`, () => suite(engine.open, engine));
    else describe(name, () => suite(engine.open, engine));
  }
}

async function administer(statement: string): Promise<void> {
  const client = new Client({ connectionString: POSTGRES });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function absent(port: number): Promise<string | undefined> {
  if (inCi) return undefined;
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 1_000 });
    const answer = (reason: string | undefined) => {
      socket.destroy();
      resolve(reason);
    };
    socket.once('connect', () => answer(undefined));
    socket.once('timeout', () => answer(`nothing answers at 127.0.0.1:${port}`));
    socket.once('error', () => answer(`nothing answers at 127.0.0.1:${port}`));
  });
}
