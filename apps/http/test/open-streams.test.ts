import { McpServer } from '@modelcontextprotocol/server';
import { type ConnectionLimit, createConnectionLimit } from '@voxolib/access';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startStack } from './conformance/stack.ts';
import { rpcRequest } from './support/rpc.ts';

/** Our own tools never change while a server runs, so that their streams end at once. These would, and stay open. */
function changingServer(): McpServer {
  return new McpServer({ name: 'changing', version: '0' }, { capabilities: { tools: { listChanged: true } } });
}

const tier = { name: 'automate', title: 'Automate', connections: 5 };
let stack: Awaited<ReturnType<typeof startStack>>;
let limit: ConnectionLimit;
beforeAll(async () => {
  limit = createConnectionLimit();
  stack = await startStack({ serve: changingServer, openStream: () => limit.open('somebody', tier) });
});
afterAll(() => {
  limit.close();
  return stack.close();
});

async function listen() {
  const gone = new AbortController();
  const init = rpcRequest('subscriptions/listen', { notifications: { toolsListChanged: true } });
  const response = await fetch(stack.endpoint, { method: 'POST', ...init, signal: gone.signal });
  return { response, leave: () => gone.abort() };
}

test('of many idle streams as many stay open as the tier has, and the others are a 429', async () => {
  const asked = await Promise.all(Array.from({ length: 500 }, listen));
  const open = asked.filter(({ response }) => response.status === 200);
  expect(open).toHaveLength(5);
  const refused = asked.filter(({ response }) => response.status === 429);
  expect(refused).toHaveLength(495);
  const [first] = refused;
  expect(Number(first?.response.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await first?.response.json()).toMatchObject({
    error: { message: expect.stringContaining('The Automate tier allows 5 open streams') },
  });

  open[0]?.leave();
  await expect.poll(async () => (await listen()).response.status).toBe(200);
  expect((await listen()).response.status).toBe(429);
});
