import { readFileSync } from 'node:fs';
import * as client from '@voxolib/client';
import { startSandbox } from '@voxolib/sandbox';
import { expect, onTestFinished, test, vi } from 'vitest';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test('the use that the README shows works as it stands', async () => {
  const sandbox = await startSandbox({ now: () => new Date('2026-04-02T10:00:00Z') });
  onTestFinished(() => sandbox.close());
  const print = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => print.mockRestore());

  const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const body = code.replace(/import (\{.*\}) from '@voxolib\/client';/, 'const $1 = client;');
  const run = new Function('client', 'token', 'baseUrl', `return (async () => {${body}})();`);
  await run(client, sandbox.voxolib.accounts.demo.token, sandbox.voxolib.url);
  expect(print).toHaveBeenCalledWith(expect.any(Number), 'days with calls,', 10, 'active numbers');
});
