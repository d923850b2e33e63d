import { type Sandbox, startSandbox } from '@voxolib/sandbox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { methods } from './methods.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

async function statusOf(method: string): Promise<string> {
  const { username, apiPassword } = sandbox.voipms.accounts.demo;
  const url = new URL(sandbox.voipms.url);
  url.search = new URLSearchParams({ api_username: username, api_password: apiPassword, method }).toString();
  const response = await fetch(url, { headers: { 'user-agent': 'test' } });
  return ((await response.json()) as { status: string }).status;
}

test.each(methods)('help on $name names what VoIP.ms requires', async ({ name, parameters }) => {
  const status = await statusOf(name);
  expect(status).not.toBe('invalid_method');
  const missing = /^missing_(.+)$/.exec(status)?.[1]?.replaceAll('_', '');
  if (missing === undefined) return;
  const required = parameters.filter((parameter) => parameter.endsWith('*'));
  // Some statuses shorten the name: `missing_filter` is about `filtering`.
  expect(required.some((parameter) => parameter.replaceAll('_', '').startsWith(missing))).toBe(true);
});
