import { createHash } from 'node:crypto';
import { addDays } from '@voxolib/telephony';
import { eras } from '@voxolib/test-kit';
import { createAccessToken } from '@voxolib/token';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { metricsServer } from '../src/operations/metrics-server.ts';
import { type Gateway, startGateway } from './support/gateway.ts';
import { callTool, rpc, send } from './support/rpc.ts';

const week = { start_date: '2026-03-02', end_date: '2026-03-08' };
const canary = 'canary-7f3a9c';

let gateway: Gateway;
let unknownToken: string;
beforeAll(async () => {
  gateway = await startGateway({ LOG_LEVEL: 'debug' });
  unknownToken = await createAccessToken({ publicKey: canary, secretKey: 'canary-secret-key' });
});
afterAll(() => gateway.close());

/** The forms in which a secret gives itself away. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const signature = secret.split('.').at(-1) ?? secret;
  return [
    secret,
    signature,
    bytes.toString('base64').slice(0, -4),
    bytes.toString('base64url').slice(0, -4),
    bytes.toString('hex'),
    encodeURIComponent(secret),
    createHash('sha256').update(secret).digest('hex'),
  ];
}

test('no credential reaches a log, a metric or a reply, whatever goes wrong', async () => {
  const { token } = gateway.sandbox.voxolib.accounts.demo;
  const replies: string[] = [];
  for (const era of eras) {
    for (const credential of [token, unknownToken]) {
      const options = { token: credential, era };
      replies.push((await rpc(gateway.origin, 'tools/list', {}, options)).text);
      for (const fault of [
        undefined,
        'status=401',
        'status=503',
        'html',
        'reset',
        'wrong-types',
        'redirect=https://evil.example/',
      ]) {
        gateway.sandbox.voxolib.setFault(fault);
        // A day that nobody has asked for yet: one that is kept would be given without asking the vendor.
        const day = addDays('2026-01-01', replies.length);
        const given = { start_date: day, end_date: day };
        const reply = await callTool(gateway.origin, 'voxolib_wcb_calls', given, options);
        replies.push(reply.text, JSON.stringify([...reply.headers]));
      }
      gateway.sandbox.voxolib.setFault(undefined);
      for (const given of [{ start_date: credential }, { tz: credential }, { [credential]: 1 }]) {
        replies.push((await callTool(gateway.origin, 'voxolib_wcb_calls', given, options)).text);
      }
      replies.push((await callTool(gateway.origin, credential, {}, options)).text);
      replies.push((await rpc(gateway.origin, 'tools/call', { name: 'x' }, options)).text);
    }
  }
  for (const path of [`/mcp?token=${unknownToken}`, `/mcp/${unknownToken}`, `/healthz?access_token=${unknownToken}`]) {
    replies.push(
      (await send(gateway.origin, { headers: { authorization: `Bearer ${unknownToken}` }, body: '{' }, path)).text,
    );
  }
  replies.push(
    (await send(gateway.origin, { headers: { authorization: `Bearer ${unknownToken}x` }, body: '{}' })).text,
  );

  const metrics = (await metricsServer(gateway.app.metrics).inject('/metrics')).body;
  const log = gateway.log.join('');
  expect(metrics).toContain('mcp_tool_calls_total{tool="voxolib_wcb_calls",outcome="ok",code=""}');
  expect(log).toContain('"tool":"voxolib_wcb_calls"');
  for (const secret of [token, unknownToken]) {
    for (const form of formsOf(secret)) {
      expect(log).not.toContain(form);
      expect(metrics).not.toContain(form);
      expect(replies.join('\n')).not.toContain(form);
    }
  }
  expect(log).not.toContain(canary);
});

test('no password of VoIP.ms reaches a log, a metric or a reply, whatever goes wrong', async () => {
  const { username, apiPassword, portalPassword } = gateway.sandbox.voipms.accounts.demo;
  const replies: string[] = [];
  gateway.log.length = 0;
  for (const password of [apiPassword, portalPassword]) {
    const headers = { 'x-voipms-username': username, 'x-voipms-password': password };
    const tell = async (name: string, given: object) => {
      const reply = await callTool(gateway.origin, name, given, { headers });
      replies.push(reply.text, JSON.stringify([...reply.headers]));
    };
    await tell('voipms_get_balance', {});
    for (const fault of ['code=invalid_credentials', 'xml', 'no-status']) {
      gateway.sandbox.voipms.setFault(fault, { times: 1 });
      await tell('voipms_get_balance', {});
      gateway.sandbox.voipms.setFault(undefined);
    }
    // Whoever pastes it into an argument may see it again in the refusal; the log may not have it.
    for (const given of [{ account: password }, { [password]: 1 }]) {
      await callTool(gateway.origin, 'voipms_get_accounts', given, { headers });
    }
    const given = { number: password, idempotency_key: password };
    await callTool(gateway.origin, 'voipms_mark_number_as_spam', given, { headers });
    await callTool(gateway.origin, password, {}, { headers });
  }
  const half = { 'x-voipms-username': username, authorization: `Bearer ${apiPassword}` };
  replies.push((await rpc(gateway.origin, 'tools/list', {}, { headers: half })).text);

  const metrics = (await metricsServer(gateway.app.metrics).inject('/metrics')).body;
  const log = gateway.log.join('');
  expect(log).toContain('"tool":"voipms_get_balance"');
  for (const secret of [apiPassword, portalPassword]) {
    for (const form of formsOf(secret)) {
      expect(log).not.toContain(form);
      expect(metrics).not.toContain(form);
      expect(replies.join('\n')).not.toContain(form);
    }
  }
});

test('no password and no token of Daktela reaches a log, a metric or a reply, whatever goes wrong', async () => {
  const { daktela } = gateway.sandbox;
  const { username, password, accessToken } = daktela.accounts.demo;
  const wrong = `${password}-wrong`;
  const at = { 'x-daktela-url': daktela.url };
  const user = { ...at, 'x-daktela-username': username };
  const replies: string[] = [];
  gateway.log.length = 0;
  for (const headers of [
    { ...user, 'x-daktela-password': password },
    { ...user, 'x-daktela-password': wrong },
    { ...at, 'x-daktela-access-token': accessToken },
  ]) {
    const tell = async (given: object) => {
      const reply = await callTool(gateway.origin, 'call_stats', given, { headers });
      replies.push(reply.text, JSON.stringify([...reply.headers]));
    };
    const week = { period: 'last_7_days', fresh: true };
    for (const fault of [
      undefined,
      'status=401',
      'status=503',
      'html',
      'error-200',
      'redirect=https://evil.example/',
    ]) {
      daktela.setFault(fault);
      await tell(week);
      daktela.setFault(undefined);
    }
    daktela.endSessions();
    await tell(week);
    // Whoever pastes it into an argument may see it again in the refusal; the log may not have it.
    for (const secret of [password, accessToken]) {
      await callTool(gateway.origin, 'call_stats', { product: secret, [secret]: 1 }, { headers });
      await callTool(gateway.origin, secret, {}, { headers });
    }
  }
  const misplaced: Record<string, string>[] = [
    { ...user, 'x-daktela-password': password, 'x-daktela-access-token': accessToken },
    { 'x-daktela-url': `https://${accessToken}.evil.example`, 'x-daktela-access-token': accessToken },
    { 'x-daktela-url': `https://${username}:${password}@acme.daktela.com`, 'x-daktela-access-token': accessToken },
    { ...user, 'x-daktela-password': password, authorization: `Bearer ${accessToken}` },
  ];
  for (const headers of misplaced) {
    const reply = await rpc(gateway.origin, 'tools/list', {}, { headers });
    expect([400, 401]).toContain(reply.status);
    replies.push(reply.text, JSON.stringify([...reply.headers]));
  }

  const metrics = (await metricsServer(gateway.app.metrics).inject('/metrics')).body;
  const log = gateway.log.join('');
  expect(log).toContain('"tool":"call_stats"');
  for (const secret of [password, accessToken]) {
    for (const form of formsOf(secret)) {
      expect(log).not.toContain(form);
      expect(metrics).not.toContain(form);
      expect(replies.join('\n')).not.toContain(form);
    }
  }
});

test('one line a request says who, what and how, and nothing of the content', async () => {
  const { token } = gateway.sandbox.voxolib.accounts.didOnly;
  gateway.log.length = 0;
  await callTool(gateway.origin, 'voxolib_did_calls', { ...week, tz: 'Pacific/Auckland' }, { token });
  expect(gateway.log).toHaveLength(1);
  expect(JSON.parse(gateway.log[0] ?? '')).toEqual({
    level: 30,
    time: expect.any(String),
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    http: 'POST',
    route: '/mcp',
    status: 200,
    ms: expect.any(Number),
    method: 'tools/call',
    tool: 'voxolib_did_calls',
    outcome: 'ok',
    token: expect.stringMatching(/^[0-9a-f]{12}$/),
    msg: 'request',
  });
});
