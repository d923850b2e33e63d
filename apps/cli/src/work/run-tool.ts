import { voxolib } from '@voxolib/client/provider';
import { type Caller, ownAccountScopes, runTool } from '@voxolib/mcp-tools';
import { voipms } from '@voxolib/voipms/provider';
import { hasVoipmsAccount, voipmsAccount } from '../accounts/voipms-account.ts';
import { hasVoxolibAccount, voxolibAccount } from '../accounts/voxolib-account.ts';
import type { CommandContext } from '../command-context.ts';
import { progressBar } from '../terminal/progress-bar.ts';

export type Vendor = 'voxolib' | 'voipms';

/** The person at the keyboard, with the account of one vendor, or with every account that there is a credential for. */
export async function callerOf(context: CommandContext, vendor?: Vendor): Promise<Caller> {
  const usesVoipms = vendor === 'voipms' || (vendor === undefined && (await hasVoipmsAccount(context)));
  // Where no account is set at all, the credential of the first vendor is asked for, or its absence explained.
  const usesVoxolib =
    vendor === 'voxolib' || (vendor === undefined && (!usesVoipms || (await hasVoxolibAccount(context))));
  return {
    subject: 'cli',
    scopes: ownAccountScopes({ minutes: true }),
    families: context.variables.VOXOLIB_STATUS_FAMILIES,
    connections: {
      ...(usesVoxolib && { voxolib: voxolib(await voxolibAccount(context)) }),
      ...(usesVoipms && { voipms: voipms(await voipmsAccount(context)) }),
    },
  };
}

/** What a tool returns, in full, while a bar tells how far it has come. */
export async function toolAnswer(name: string, given: object, context: CommandContext, caller?: Caller) {
  const progress = progressBar(context.terminal);
  try {
    const asking = caller ?? (await callerOf(context));
    return await runTool(name, given, asking, { signal: context.signal, progress: progress.update });
  } finally {
    progress.end();
  }
}
