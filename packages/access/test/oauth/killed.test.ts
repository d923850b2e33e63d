import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '@voxolib/test-kit/programs';
import { expect, it } from 'vitest';
import { embeddedKeys } from '../../src/keys/embedded-keys.ts';
import { describeStorage } from '../engines.ts';
import { start } from '../processes/start.ts';
import { type Gateway, startGateway } from './gateway.ts';
import { refresh, registered, type Tokens, tokensFor } from './raw-client.ts';

/** Of each engine, so that there are 24 with both. */
const KILLS = 12;
const SESSIONS = 6;
/** Longer than a busy machine takes to start a server: what is shown is not how long it is. */
const lifetimes = { refreshGrace: 300 };

describeStorage('a server that is killed while clients refresh', (open) => {
  it('logs nobody out', { timeout: 240_000 }, async () => {
    await using storage = await open();
    const keysDir = await mkdtemp(join(tmpdir(), 'access-keys-'));
    const keys = await embeddedKeys(keysDir);
    const port = await freePort();
    const before = await startGateway(storage, { keys, port, lifetimes });
    const client = await registered(before);
    const sessions = await Promise.all(Array.from({ length: SESSIONS }, () => tokensFor(before, client)));
    await before.close();

    let over = false;
    const lost: string[] = [];
    let refreshes = 0;
    /** Refreshes again and again, and repeats a request that got no answer, as a client does. */
    async function keepRefreshing(gateway: Gateway, session: Tokens): Promise<Tokens> {
      let tokens = session;
      while (!over && lost.length === 0) {
        try {
          const response = await refresh(gateway, client, tokens.refresh_token);
          if (response.status === 200) {
            tokens = (await response.json()) as Tokens;
            refreshes += 1;
            // Leaves the processor to the process that is loading.
            await delay(20);
          } else if (response.status < 500) lost.push(await response.text());
        } catch {
          await delay(100);
        }
      }
      return tokens;
    }

    const input = { options: storage.options, keysDir, port, lifetimes };
    const clients = sessions.map((session) => keepRefreshing(before, session));
    let next = start<string>('./run-gateway.ts', input);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const server = await next;
      server.go();
      next = start('./run-gateway.ts', input);
      const from = refreshes;
      while (refreshes < from + SESSIONS && lost.length === 0) await delay(5);
      await delay(Math.random() * 150);
      server.kill();
      await server.ended;
    }
    (await next).kill();
    over = true;
    const last = await Promise.all(clients);
    expect(lost).toEqual([]);

    const after = await startGateway(storage, { keys, port, lifetimes });
    for (const tokens of last) {
      expect((await refresh(after, client, tokens.refresh_token)).status).toBe(200);
    }
    await after.close();
    await rm(keysDir, { recursive: true });
  });
});
