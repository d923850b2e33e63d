import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@voxolib/test-kit/programs';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type Gateway, startGateway } from './support/gateway.ts';
import { refreshed, registered, signedIn, type Tokens } from './support/oauth-client.ts';
import { callTool } from './support/rpc.ts';

const HOUR_MS = 3_600_000;
const week = { start_date: '2026-03-02', end_date: '2026-03-08' };

let gateway: Gateway;
let dataDir: string;
let clientId: string;
let tokens: Tokens;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'clock-'));
  const PORT = String(await freePort());
  const PUBLIC_URL = `http://127.0.0.1:${PORT}`;
  gateway = await startGateway({ ACCESS: 'true', DATA_DIR: dataDir, PORT, PUBLIC_URL });
  clientId = await registered(gateway.origin, 'A client');
  tokens = await signedIn(gateway.origin, clientId, gateway.sandbox.voxolib.accounts.demo.token);
});
afterEach(() => void vi.useRealTimers());
afterAll(async () => {
  await gateway.close();
  await rm(dataDir, { recursive: true });
});

const statusOf = async (token: string) => (await callTool(gateway.origin, 'voxolib_did_calls', week, { token })).status;

/** The clock of the machine is set; nothing else is. */
function jump(ms: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
}

test('a clock that jumps an hour ahead ends access tokens and no sign-in; back again, nothing is lost', async () => {
  expect(await statusOf(tokens.access_token)).toBe(200);

  jump(HOUR_MS + 60_000);
  expect(await statusOf(tokens.access_token)).toBe(401);
  const later = await refreshed(gateway.origin, clientId, tokens.refresh_token);
  expect(await statusOf(later.access_token)).toBe(200);

  vi.useRealTimers();
  expect(await statusOf(later.access_token)).toBe(200);
  const last = await refreshed(gateway.origin, clientId, later.refresh_token);
  expect(await statusOf(last.access_token)).toBe(200);
  expect(await gateway.app.access?.audit.flush()).toBe(true);
});

test('a clock that jumps an hour back lets those in who are signed in', async () => {
  jump(-HOUR_MS);
  const last = await signedIn(gateway.origin, clientId, gateway.sandbox.voxolib.accounts.demo.token);
  expect(await statusOf(last.access_token)).toBe(200);
  vi.useRealTimers();
  expect(await statusOf((await refreshed(gateway.origin, clientId, last.refresh_token)).access_token)).toBe(200);
});
