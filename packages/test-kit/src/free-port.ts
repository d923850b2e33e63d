import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Below the ports that a system gives by itself (from 32768 on Linux, 49152 elsewhere), to connections as well: one of
 * those can be taken between the answer and its use. Above the last that browsers refuse, 10080.
 */
const [FROM, UNTIL] = [11_000, 32_000];

/** A port of this machine that nothing listens on, for a program that must be told its port. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FROM, UNTIL);
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
