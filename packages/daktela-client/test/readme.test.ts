import { readFileSync } from 'node:fs';
import * as client from '@voxolib/daktela';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createSharing } from '../src/sharing.ts';
import { sandboxForTest } from './sandbox-options.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('the use that the README shows works as it stands', async () => {
  const sandbox = await sandboxForTest();
  const print = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => print.mockRestore());

  const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const body = code
    .replace(/import (\{.*\}) from '@voxolib\/daktela';/, 'const $1 = client;')
    .replaceAll(' as const', '');
  const { url, accounts } = sandbox.daktela;
  const trusting = {
    ...client,
    createDaktelaClient: (options: client.DaktelaOptions) =>
      client.createDaktelaClient({ ...options, trustedOrigins: [url], sharing: createSharing() }),
  };
  const run = new Function('client', 'url', 'username', 'password', `return (async () => {${body}})();`);
  await run(trusting, url, accounts.demo.username, accounts.demo.password);
  expect(print.mock.calls.map(([, , rows, , more]) => [rows, more])).toEqual([
    [1000, true],
    [999, true],
    [501, false],
  ]);
});
