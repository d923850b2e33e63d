import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultAlertRules } from '@voxolib/access';
import { freePort } from '@voxolib/test-kit/programs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Gateway, startGateway } from './support/gateway.ts';
import { refreshed, registered, signedIn } from './support/oauth-client.ts';
import { callTool } from './support/rpc.ts';
import { startWebhook, type Webhook } from './support/webhook.ts';

const week = { start_date: '2026-03-02', end_date: '2026-03-08' };

let gateway: Gateway;
let webhook: Webhook;
let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'alerts-'));
  webhook = await startWebhook();
  const port = await freePort();
  gateway = await startGateway({
    ACCESS: 'true',
    DATA_DIR: dataDir,
    ALERT_WEBHOOK_URL: webhook.url,
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
  });
});
afterEach(async () => {
  vi.useRealTimers();
  // First the webhook: a server that stops waits a little for messages on their way.
  await webhook.close();
  await gateway.close();
  await rm(dataDir, { recursive: true });
});

const credential = () => gateway.sandbox.voxolib.accounts.demo.token;

async function staticToken(...scopes: string[]): Promise<string> {
  const options = { account: 'voxolib:test', name: 'A test', scopes, tier: 'automate', credential: credential() };
  return (await gateway.app.access?.staticTokens.create(options))?.text ?? '';
}

/** Calls that the vendor answers with what nobody understands. */
async function errorSpike(token: string) {
  await callTool(gateway.origin, 'voxolib_dids', {}, { token });
  gateway.sandbox.voxolib.setFault('status=404');
  const { errors } = defaultAlertRules.errorSpike;
  await Promise.all(Array.from({ length: errors }, () => callTool(gateway.origin, 'voxolib_dids', {}, { token })));
}

test('many errors are told', async () => {
  await errorSpike(await staticToken('mcp.inventory.read'));
  await expect.poll(() => webhook.messages).toHaveLength(1);
  expect(webhook.messages[0]).toMatch(/20 of 2\d calls .*voxolib_dids.*BAD_RESPONSE/);
});

test('calls without the right to are told, with whose they are', async () => {
  const token = await staticToken('mcp.inventory.read');
  for (let call = 0; call < defaultAlertRules.scopeMisuse.calls; call++) {
    expect((await callTool(gateway.origin, 'voxolib_did_calls', week, { token })).status).toBe(403);
  }
  await expect.poll(() => webhook.messages).toHaveLength(1);
  expect(webhook.messages[0]).toContain('voxolib:test made 5 calls');
});

test('a refresh token that comes back is told, without the token', async () => {
  const clientId = await registered(gateway.origin, 'A client');
  const first = await signedIn(gateway.origin, clientId, credential());
  await refreshed(gateway.origin, clientId, first.refresh_token);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10 * 60_000 });
  await expect(refreshed(gateway.origin, clientId, first.refresh_token)).rejects.toThrow(/invalid_grant/);
  await expect.poll(() => webhook.messages).toHaveLength(1);
  expect(webhook.messages[0]).toContain(`used a refresh token of ${clientId}`);
  expect(webhook.messages[0]).not.toContain(first.refresh_token);
});

test('a call is answered while the webhook hangs, and nothing tells its address', async () => {
  webhook.hang();
  const token = await staticToken('mcp.inventory.read');
  await errorSpike(token);
  await expect.poll(() => webhook.waiting()).toBe(1);
  gateway.sandbox.voxolib.setFault(undefined);
  const reply = await callTool(gateway.origin, 'voxolib_dids', {}, { token });
  expect(reply.status).toBe(200);
  expect(webhook.waiting()).toBe(1);
  expect(gateway.app.access?.alerts.state()).toMatchObject({ sent: 0, failed: 0 });
  expect(gateway.log.join('\n')).not.toContain('canary-webhook');
});
