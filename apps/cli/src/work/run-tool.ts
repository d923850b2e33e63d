import { voxolib } from '@voxolib/client/provider';
import { daktela } from '@voxolib/daktela/provider';
import { type Caller, ownAccountScopes, runTool } from '@voxolib/mcp-tools';
import { voipms } from '@voxolib/voipms/provider';
import { daktelaAccount } from '../accounts/daktela-account.ts';
import { vendorsWithAccount } from '../accounts/vendors-with-account.ts';
import { voipmsAccount } from '../accounts/voipms-account.ts';
import { voxolibAccount } from '../accounts/voxolib-account.ts';
import type { CommandContext } from '../command-context.ts';
import { progressBar } from '../terminal/progress-bar.ts';
import type { Vendor } from '../vendors.ts';

/** The person at the keyboard, with the account of one vendor, or with every account that there is a credential for. */
export async function callerOf(context: CommandContext, vendor?: Vendor): Promise<Caller> {
  const used = new Set(vendor === undefined ? await vendorsWithAccount(context) : [vendor]);
  return {
    subject: 'cli',
    scopes: ownAccountScopes({ minutes: true }),
    families: context.variables.VOXOLIB_STATUS_FAMILIES,
    connections: {
      ...(used.has('voxolib') && { voxolib: voxolib(await voxolibAccount(context)) }),
      ...(used.has('voipms') && { voipms: voipms(await voipmsAccount(context)) }),
      ...(used.has('daktela') && { daktela: daktela(await daktelaAccount(context)) }),
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
