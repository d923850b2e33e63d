import { fileURLToPath } from 'node:url';
import { startSandbox } from '@voxolib/sandbox';
import { freePort, startHttpServer } from '@voxolib/test-kit/programs';
import { expect, test } from 'vitest';
import { answerOf, callTool, rpc } from './support/rpc.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const week = { start_date: '2026-03-02', end_date: '2026-03-08' };

test('--try says where it is, gives a token that works, and ends by SIGTERM', async () => {
  const server = await startHttpServer(root);
  const reply = await callTool(server.endpoint.origin, 'voxolib_did_calls', week, { token: server.token });
  expect(reply.message.result?.structuredContent).toMatchObject({ period: { days: 7 } });
  expect(server.output()).toContain(`claude mcp add --transport http voxolib-stats ${server.endpoint}`);
  expect(await server.stop()).toBe(0);
});

test('the curl that it prints gives numbers', async () => {
  const server = await startHttpServer(root);
  try {
    const [, headers, body] = /curl -sS \S+ \\\n((?: +-H '[^']+' \\\n)+) +-d '([^']+)'/.exec(server.output()) ?? [];
    const pairs = [...(headers ?? '').matchAll(/-H '([^:]+): ([^']+)'/g)].map((match) => [
      match[1] ?? '',
      match[2] ?? '',
    ]);
    const response = await fetch(server.endpoint, {
      method: 'POST',
      headers: Object.fromEntries(pairs),
      body: body ?? '',
    });
    expect(response.status).toBe(200);
    expect(await response.text()).toMatch(/"totals":\{"total":[1-9]/);
  } finally {
    await server.stop();
  }
});

test('a stopping server lets the call under way end, and takes no new one', async () => {
  const vendor = await startSandbox();
  const server = await startHttpServer(root, { VOXOLIB_API_URL: vendor.voxolib.url });
  const { token } = vendor.voxolib.accounts.demo;
  await rpc(server.endpoint.origin, 'tools/list', {}, { token });
  vendor.voxolib.setFault('slow=1500', { operation: 'did_calls' });
  vendor.voxolib.clearRequests();
  const call = callTool(server.endpoint.origin, 'voxolib_did_calls', week, { token });
  await expect.poll(() => vendor.voxolib.requests).toHaveLength(1);
  const stopped = server.stop();
  await expect(call).resolves.toMatchObject({ status: 200 });
  expect(answerOf(await call)).toContain('days (7)');
  expect(await stopped).toBe(0);
  await vendor.close();
});

test('with an API configured it starts no sandbox', async () => {
  const vendor = await startSandbox();
  const server = await startHttpServer(root, { VOXOLIB_API_URL: vendor.voxolib.url });
  try {
    expect(server.output()).not.toContain('the sandbox');
    expect(server.output()).toContain(vendor.voxolib.url);
    const { token } = vendor.voxolib.accounts.busy;
    expect((await rpc(server.endpoint.origin, 'tools/list', {}, { token })).status).toBe(200);
    expect(vendor.voxolib.requests.length).toBeGreaterThan(0);
  } finally {
    await server.stop();
    await vendor.close();
  }
});

test('a port that is taken is said in one line', async () => {
  const first = await startHttpServer(root);
  try {
    await expect(startHttpServer(root, { PORT: first.endpoint.port })).rejects.toThrow(
      `PORT: port ${first.endpoint.port} is taken by another program; choose another`,
    );
  } finally {
    await first.stop();
  }
});

test('metrics have a port of their own, and the public one has none', async () => {
  const metricsPort = String(await freePort());
  const server = await startHttpServer(root, { METRICS_PORT: metricsPort });
  try {
    await callTool(server.endpoint.origin, 'voxolib_dids', {}, { token: server.token });
    const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    expect(metrics).toContain('mcp_tool_calls_total{tool="voxolib_dids",outcome="ok",code=""} 1');
    expect((await fetch(new URL('/metrics', server.endpoint))).status).toBe(404);
  } finally {
    await server.stop();
  }
});

test('an older Node.js is refused in one line', async () => {
  const older = 'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.20.2" } });';
  const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(older)}`;
  await expect(startHttpServer(root, { NODE_OPTIONS })).rejects.toThrow(
    'Node.js: 22 or newer is needed, and this is 20.20.2',
  );
});
