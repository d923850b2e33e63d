import type { DaktelaAccountId, Sandbox } from '@voxolib/sandbox';
import type { DaktelaOptions } from '../src/options.ts';
import { createSharing } from '../src/sharing.ts';

/** The options that reach an account of the sandbox by its static token, with nothing kept from other tests. */
export function optionsFor(
  sandbox: Sandbox,
  account: DaktelaAccountId,
  more: Partial<DaktelaOptions> = {},
): DaktelaOptions {
  const { url, accounts } = sandbox.daktela;
  return {
    url,
    trustedOrigins: [url],
    accessToken: accounts[account].accessToken,
    sharing: createSharing(),
    ...more,
  } as DaktelaOptions;
}
