import { createServer, type Server } from 'node:http';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { denied, failed, keys, ok, read } from '../../../test/audit-calls.ts';
import { createSignatures } from '../signatures.ts';
import { type CallEnd, type CallStart, endedCall, runningCall } from '../tool-call.ts';
import { type Alerts, type AlertsOptions, createAlerts } from './alerts.ts';

const SECRET_PATH = '/services/T000/B000/webhook-secret-123';
const MINUTE = 60_000;
/** More than a busy machine needs to deliver a message. */
const LONG_MS = 15_000;
const signatures = createSignatures(keys);
const outOfScope: CallEnd = { ...denied, errorCode: 'INSUFFICIENT_SCOPE' };

let clock: number;
let server: Server;
let url: string;
let answers: { status: number; headers?: Record<string, string> }[];
let received: { path: string | undefined; body: { text: string; blocks: unknown } }[];
let silent: boolean;
const running: Alerts[] = [];

const start = (options: Partial<AlertsOptions> = {}) => {
  const alerts = createAlerts({
    webhookUrl: url,
    deployment: 'mcp.example',
    now: () => clock,
    retryMs: [1, 1],
    timeoutMs: LONG_MS,
    ...options,
  });
  running.push(alerts);
  return alerts;
};
const call = (alerts: Alerts, end: CallEnd, start: Partial<CallStart> = {}) =>
  alerts.onCall(endedCall(runningCall({ ...read, ...start }, clock, signatures), end, 1));
const times = (count: number, act: () => void) => {
  for (let index = 0; index < count; index += 1) act();
};
const texts = () => received.map(({ body }) => body.text);

beforeEach(async () => {
  clock = Date.UTC(2026, 10, 21);
  answers = [];
  received = [];
  silent = false;
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    received.push({ path: request.url, body: JSON.parse(body) });
    const { status, headers } = answers.shift() ?? { status: 200 };
    if (!silent) response.writeHead(status, headers).end('ok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}${SECRET_PATH}`;
});
afterEach(async () => {
  for (const alerts of running.splice(0)) await alerts.stop(0);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe('an alert', () => {
  it('tells of errors when they are many, and a large part of all calls', async () => {
    const alerts = start();
    times(40, () => call(alerts, ok));
    times(12, () => call(alerts, failed));
    expect(texts()).toEqual([]);
    times(8, () => call(alerts, failed));
    await alerts.stop(LONG_MS);
    expect(received).toEqual([
      {
        path: SECRET_PATH,
        body: {
          text: 'mcp.example: 20 of 60 calls within 5 minutes have failed, the last one of stats with UNAVAILABLE.',
          blocks: [{ type: 'section', text: { type: 'mrkdwn', text: expect.stringContaining('20 of 60') } }],
        },
      },
    ]);
  });

  it('does not tell of few among many, of such as callers can mend, and of old ones', async () => {
    const alerts = start();
    times(100, () => call(alerts, ok));
    times(25, () => call(alerts, failed));
    times(200, () => call(alerts, { status: 'error', errorCode: 'INVALID_INPUT' }));
    clock += 6 * MINUTE;
    times(19, () => call(alerts, failed));
    clock += 6 * MINUTE;
    times(19, () => call(alerts, failed));
    await alerts.stop(LONG_MS);
    expect(texts()).toEqual([]);
  });

  it('tells of a user who tries what the token has no right to', async () => {
    const alerts = start();
    times(4, () => call(alerts, outOfScope));
    times(9, () => call(alerts, outOfScope, { subject: 'other', tokenId: undefined }));
    times(50, () => call(alerts, { status: 'denied', errorCode: 'LIMITED' }));
    await alerts.stop(LONG_MS);
    expect(texts()).toEqual([
      'mcp.example: other made 5 calls within 10 minutes without the right to, the last one of stats.',
    ]);
  });

  it('tells of a refresh token that was used again, and of the audit’s own trouble', async () => {
    const alerts = start();
    alerts.report({ kind: 'refresh-reuse', subject: 'voxolib:1234', client: '<!channel> & co' });
    alerts.onProblem({ kind: 'unavailable', error: new Error('password=hunter2') });
    alerts.onProblem({ kind: 'tampering', what: 'Checkpoint 3 is not what it was.' });
    await alerts.stop(LONG_MS);
    expect(texts()[0]).toContain('&lt;!channel&gt; &amp; co');
    expect(texts()).toHaveLength(3);
    expect(JSON.stringify(received)).not.toContain('hunter2');
  });

  it('is told once in a quarter of an hour, and then how often it came again', async () => {
    const alerts = start();
    times(10, () => alerts.report({ kind: 'refresh-reuse', subject: 'a', client: 'b' }));
    alerts.report({ kind: 'refresh-reuse', subject: 'other', client: 'b' });
    clock += 16 * MINUTE;
    alerts.report({ kind: 'refresh-reuse', subject: 'a', client: 'b' });
    await alerts.stop(LONG_MS);
    expect(texts()).toHaveLength(3);
    expect(texts()[2]).toContain('It happened 9 more times');
    expect(alerts.state()).toEqual({ sent: 3, failed: 0, heldBack: 9 });
  });

  it('is one of a bounded number, however many matters there are', async () => {
    const alerts = start();
    for (let round = 0; round < 3; round += 1) {
      times(100, () => alerts.report({ kind: 'refresh-reuse', subject: `user ${Math.random()}` }));
      clock += MINUTE;
    }
    await expect.poll(() => alerts.state().sent).toBe(20);
    expect(alerts.state().heldBack).toBe(280);
    clock += 11 * MINUTE;
    alerts.report({ kind: 'refresh-reuse', subject: 'one more' });
    await alerts.stop(LONG_MS);
    expect(texts().at(-1)).toContain('280 other alerts were held back');
  });

  it('holds no argument and no credential, whatever a tool is called', async () => {
    const secret = `pk_live_abcdef.${'0a'.repeat(32)}`;
    const alerts = start();
    times(5, () => call(alerts, outOfScope, { tool: secret, arguments: { q: 'canary-argument', secret } }));
    await alerts.stop(LONG_MS);
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).not.toMatch(/canary|0a0a/);
  });
});

describe('a webhook', () => {
  it('that fails is tried again', async () => {
    answers = [{ status: 503 }, { status: 429, headers: { 'retry-after': '0.001' } }];
    const alerts = start();
    alerts.onProblem({ kind: 'displaced' });
    await alerts.stop(LONG_MS);
    expect(received).toHaveLength(3);
    expect(alerts.state()).toEqual({ sent: 1, failed: 0, heldBack: 0 });
  });

  it.each([404, 302, 400])('that answers %i is not', async (status) => {
    answers = [{ status, headers: { location: '/elsewhere' } }];
    const alerts = start();
    alerts.onProblem({ kind: 'displaced' });
    await alerts.stop(LONG_MS);
    expect(received).toHaveLength(1);
    expect(alerts.state()).toMatchObject({ sent: 0, failed: 1 });
  });

  it('that is silent or gone holds up neither a call nor the end', async () => {
    silent = true;
    const dead = start({ webhookUrl: 'http://127.0.0.1:1/' });
    const slow = start({ timeoutMs: 60_000 });
    for (const alerts of [dead, slow]) {
      times(5, () => call(alerts, outOfScope));
      times(200, () => alerts.report({ kind: 'refresh-reuse', subject: `user ${Math.random()}` }));
    }
    // Nothing above has waited, and stopping gives up what is on its way.
    await slow.stop(10);
    await dead.stop(LONG_MS);
    expect(slow.state()).toMatchObject({ sent: 0 });
    expect(dead.state()).toMatchObject({ sent: 0, failed: 20 });
  });

  it('is told to nobody', async () => {
    answers = Array(5).fill({ status: 500 });
    const alerts = start();
    alerts.onProblem({ kind: 'displaced' });
    await alerts.stop(LONG_MS);
    expect(
      inspect([alerts, alerts.state()], { depth: 12 }) + JSON.stringify(received.map(({ body }) => body)),
    ).not.toContain('webhook-secret');
  });
});
