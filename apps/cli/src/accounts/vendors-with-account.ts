import type { CommandContext } from '../command-context.ts';
import { type Vendor, vendors } from '../vendors.ts';
import { hasDaktelaAccount } from './daktela-account.ts';
import { hasVoipmsAccount } from './voipms-account.ts';
import { hasVoxolibAccount } from './voxolib-account.ts';

const has: Record<Vendor, (context: CommandContext) => Promise<boolean>> = {
  voxolib: hasVoxolibAccount,
  voipms: hasVoipmsAccount,
  daktela: hasDaktelaAccount,
};

/**
 * The vendors that there is a credential for. Where there is none at all it is the first one that people have, so that its credential is
 * asked for, or its absence explained.
 */
export async function vendorsWithAccount(context: CommandContext): Promise<Vendor[]> {
  const found = await Promise.all(vendors.map(async (vendor) => ((await has[vendor](context)) ? [vendor] : [])));
  const known = found.flat();
  return known.length === 0 ? ['voxolib'] : known;
}
