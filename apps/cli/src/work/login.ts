import { TelephonyError } from '@voxolib/telephony';
import { askForInstance, linesOf } from '../accounts/daktela-account.ts';
import { forget, keep } from '../accounts/key-ring.ts';
import { askForPair } from '../accounts/voipms-account.ts';
import { askForToken } from '../accounts/voxolib-account.ts';
import type { CommandContext, Work } from '../command-context.ts';
import { exitCodes } from '../exit-code.ts';
import { readVendor, type Vendor } from '../vendors.ts';

export const login: Work = async (context) => {
  const { terminal, arguments: given } = context;
  const vendor = readVendor(given[0]) ?? 'voxolib';
  await keep(vendor, await asked[vendor](context));
  terminal.say('Kept in the key ring of this system.');
  return exitCodes.ok;
};

const asked: Record<Vendor, (context: CommandContext) => Promise<string>> = {
  voxolib: ({ terminal }) => askForToken(terminal),
  async voipms({ terminal }) {
    const { username, password } = await askForPair(terminal);
    return `${username}\n${password}`;
  },
  daktela: async (context) => linesOf(await askForInstance(context)),
};

export const logout: Work = async ({ terminal, arguments: given }) => {
  const vendor = readVendor(given[0]) ?? 'voxolib';
  if (!(await forget(vendor))) throw new TelephonyError('NOT_FOUND', `The key ring has no credential of ${vendor}.`);
  terminal.say('Forgotten.');
  return exitCodes.ok;
};
