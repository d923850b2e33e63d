import { Redis } from 'ioredis';

const WITHIN_MS = 2_000;

/** Whether a Redis answers, refuses us, or is not there. Errors are not passed on: some hold the password. */
export async function checkRedis(url: string): Promise<'answers' | 'refuses' | 'silent'> {
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: WITHIN_MS,
    commandTimeout: WITHIN_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let refused = false;
  const note = (error: unknown) => {
    refused ||= error instanceof Error && error.name === 'ReplyError';
  };
  client.on('error', note);
  try {
    await client.connect();
    await client.ping();
    return 'answers';
  } catch (error) {
    note(error);
    return refused ? 'refuses' : 'silent';
  } finally {
    client.disconnect();
  }
}
