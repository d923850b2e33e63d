import { Redis } from 'ioredis';

export interface RedisConnection {
  readonly client: Redis;
  readonly ready: boolean;
  /** What Redis answers, or undefined when it does not within the time or refuses. */
  answer<Value>(asked: Promise<Value>): Promise<Value | undefined>;
  close(): void;
}

/** How long a start waits for Redis before it goes on without. */
const FIRST_CONNECT_MS = 2_000;

/**
 * A connection that fails fast: what Redis cannot answer now is undefined now, so that the caller can count in memory
 * instead. It reconnects for ever, and reports only when Redis is lost and found.
 */
export async function connectRedis(
  url: string,
  timeoutMs: number,
  report: (message: string) => void,
  keyPrefix = '',
): Promise<RedisConnection> {
  const client = new Redis(url, {
    keyPrefix,
    enableOfflineQueue: false,
    connectTimeout: 1_000,
    // A peer that hangs is given up as a whole; otherwise each call would wait for its own timeout.
    socketTimeout: 5 * timeoutMs,
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
    answer: (asked) => withinTime(asked, timeoutMs),
    close() {
      client.removeListener('close', lost);
      client.disconnect();
    },
  };
}

function withinTime<Value>(asked: Promise<Value>, timeoutMs: number): Promise<Value | undefined> {
  return new Promise((resolve) => {
    const giveUp = () => resolve(undefined);
    // When it was this process that had no time, the answer is there already, and is read before the second turn.
    const timer = setTimeout(() => setImmediate(() => setImmediate(giveUp)), timeoutMs);
    asked.then(resolve, giveUp).finally(() => clearTimeout(timer));
  });
}
