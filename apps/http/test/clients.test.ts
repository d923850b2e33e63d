import { fileURLToPath } from 'node:url';
import {
  closedCalls,
  expectCallsFor,
  expectExactAnswer,
  type RealClient,
  realClients,
} from '@voxolib/test-kit/clients';
import { type HttpServerProcess, startHttpServer } from '@voxolib/test-kit/programs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));

let server: HttpServerProcess;
beforeAll(async () => {
  server = await startHttpServer(root, { VOXOLIB_ADMIN: 'true' });
});
afterAll(() => server.stop());

describe.each(realClients)('%s, over HTTP', (_, connect) => {
  let client: RealClient;
  beforeAll(async () => {
    client = await connect({ url: server.endpoint, headers: { Authorization: `Bearer ${server.token}` } });
  });
  afterAll(() => client?.close());

  test('lists the tools', async () => {
    expectCallsFor(await client.tools());
  });

  test.each(Object.entries(closedCalls))(
    'calls %s: totals are sums, and the text says the same',
    async (tool, given) => {
      expectExactAnswer(tool, await client.call(tool, given));
    },
  );
});

test.each(realClients)('%s is refused without a token', async (_, connect) => {
  const refused = connect({ url: server.endpoint, headers: {} }).then(async (client) => {
    await client.tools().finally(() => client.close());
  });
  await expect(refused).rejects.toThrow(/401|Unauthorized|auth_required|access token/i);
});
