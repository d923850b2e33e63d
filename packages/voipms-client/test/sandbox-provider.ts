import type { Sandbox } from '@voxolib/sandbox';
import type { VoipmsOptions } from '../src/options.ts';
import { createSharing } from '../src/shared-state.ts';

export type AccountId = keyof Sandbox['voipms']['accounts'];

/** Options for an account of the sandbox, without a pace: the sandbox has no cap of its own but for one account. */
export function optionsFor(sandbox: Sandbox, account: AccountId, more: Partial<VoipmsOptions> = {}): VoipmsOptions {
  const { username, apiPassword } = sandbox.voipms.accounts[account];
  return {
    username,
    password: apiPassword,
    baseUrl: sandbox.voipms.url,
    pace: { spacingMs: 0, perMinute: 10_000 },
    sharing: createSharing(),
    ...more,
  };
}
