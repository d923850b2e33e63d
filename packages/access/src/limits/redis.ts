import { Redis } from 'ioredis';

export interface RedisConnection {
  readonly client: Redis;
  readonly ready: boolean;
  close(): void;
}

/** How long a start waits for Redis before it goes on without. */
const FIRST_CONNECT_MS = 2_000;

/**
 * A connection that fails fast: a command that Redis cannot answer now is refused now, so that the caller can count in
 * memory instead. It reconnects for ever, and reports only when Redis is lost and found.
 */
export async function connectRedis(url: string, report: (message: string) => void): Promise<RedisConnection> {
  const client = new Redis(url, {
    enableOfflineQueue: false,
    commandTimeout: 100,
    connectTimeout: 1_000,
    // A peer that hangs is given up as a whole; otherwise each call would wait for its own timeout.
    socketTimeout: 500,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    retryStrategy: (attempt) => Math.min(100 * attempt, 2_000),
  });
  let answers = true;
  // Errors are not passed on: that of a refused password holds the password.
  const lost = () => {
    if (answers) report('Redis does not answer; each process now counts calls per minute for itself.');
    answers = false;
  };
  client.on('error', lost);
  client.on('close', lost);
  client.on('ready', () => {
    if (!answers) report('Redis answers; calls per minute are counted across all processes.');
    answers = true;
  });
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, FIRST_CONNECT_MS);
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    client.once('ready', done);
    client.once('error', done);
  });
  return {
    client,
    get ready() {
      return client.status === 'ready';
    },
    close() {
      client.removeListener('close', lost);
      client.disconnect();
    },
  };
}
