import { type Sandbox, type SandboxOptions, startSandbox } from '@voxolib/sandbox';
import { onTestFinished } from 'vitest';
import type { DaktelaOptions } from '../src/options.ts';
import { createSharing } from '../src/sharing.ts';

type AccountId = keyof Sandbox['daktela']['accounts'];

/** A sandbox until the end of the test. */
export async function sandboxForTest(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ now: () => new Date('2026-11-20T13:30:00Z'), ...options });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** Options for a user of the sandbox, by password. */
export function optionsFor(sandbox: Sandbox, account: AccountId, more: Partial<DaktelaOptions> = {}): DaktelaOptions {
  const { url, accounts } = sandbox.daktela;
  const { username, password } = accounts[account];
  const credential = 'accessToken' in more || 'session' in more ? {} : { username, password };
  return {
    url,
    ...credential,
    trustedOrigins: [url],
    retries: 0,
    now: () => new Date('2026-11-20T13:30:00Z'),
    sharing: createSharing(),
    ...more,
  } as DaktelaOptions;
}

/** The same by static token, so that no log-in is among the requests. */
export function tokenOptionsFor(
  sandbox: Sandbox,
  account: AccountId,
  more: Partial<DaktelaOptions> = {},
): DaktelaOptions {
  const { accessToken } = sandbox.daktela.accounts[account];
  return optionsFor(sandbox, account, { accessToken, ...more } as Partial<DaktelaOptions>);
}
