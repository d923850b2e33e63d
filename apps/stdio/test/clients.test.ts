import { fileURLToPath } from 'node:url';
import { type Sandbox, startSandbox } from '@voxolib/sandbox';
import {
  closedCalls,
  expectCallsFor,
  expectExactAnswer,
  type RealClient,
  realClients,
  type StdioTarget,
  withoutTime,
} from '@voxolib/test-kit/clients';
import { builtProgram, type HttpServerProcess, startHttpServer } from '@voxolib/test-kit/programs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));

let sandbox: Sandbox;
let http: HttpServerProcess;
let stdio: StdioTarget;
beforeAll(async () => {
  sandbox = await startSandbox();
  const env = { VOXOLIB_API_URL: sandbox.voxolib.url, VOXOLIB_ADMIN: 'true' };
  http = await startHttpServer(root, env);
  const { publicKey, secretKey } = sandbox.voxolib.accounts.demo;
  stdio = {
    command: process.execPath,
    args: [builtProgram(root, 'apps/stdio')],
    env: { ...env, VOXOLIB_API_PUBLIC_KEY: publicKey, VOXOLIB_CLIENT_SECRET_KEY: secretKey },
  };
});
afterAll(async () => {
  await http?.stop();
  await sandbox?.close();
});

describe.each(realClients)('%s, over stdio', (_, connect) => {
  let client: RealClient;
  beforeAll(async () => {
    client = await connect(stdio);
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

test('over HTTP and over stdio, in both eras, the same question has the same answer', async () => {
  const { token } = sandbox.voxolib.accounts.demo;
  const targets = [stdio, { url: http.endpoint, headers: { Authorization: `Bearer ${token}` } }];
  const sdkClients = realClients.filter(([title]) => title.startsWith('SDK v2'));
  const clients = await Promise.all(targets.flatMap((target) => sdkClients.map(([, connect]) => connect(target))));
  expect(clients).toHaveLength(4);
  for (const [tool, given] of Object.entries(closedCalls)) {
    const [first, ...others] = await Promise.all(clients.map(async (one) => withoutTime(await one.call(tool, given))));
    for (const other of others) expect(other).toEqual(first);
  }
  await Promise.all(clients.map((client) => client.close()));
});

test('--sandbox needs no credential', async () => {
  const [, connect] = realClients.find(([title]) => title === 'SDK v2, 2026-07-28') ?? [];
  const client = await connect?.({ ...stdio, args: [...stdio.args, '--sandbox'], env: { VOXOLIB_ADMIN: 'true' } });
  const listed = (await client?.tools()) ?? [];
  const ofOthers = listed.filter((name) => /^(voipms|daktela)_/.test(name));
  expect(ofOthers).toEqual(expect.arrayContaining(['voipms_get_balance', 'daktela_list_tickets']));
  // Those have tests of their own, on accounts whose answers do not depend on the day.
  expectCallsFor(listed.filter((name) => !ofOthers.includes(name)));
  await client?.close();
});
