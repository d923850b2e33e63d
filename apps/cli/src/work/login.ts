import { TelephonyError } from '@voxolib/telephony';
import { forget, keep } from '../accounts/key-ring.ts';
import { askForPair } from '../accounts/voipms-account.ts';
import { askForToken } from '../accounts/voxolib-account.ts';
import type { Work } from '../command-context.ts';
import { exitCodes } from '../exit-code.ts';

export const login: Work = async ({ terminal, arguments: given }) => {
  if (given[0] === 'voipms') {
    const { username, password } = await askForPair(terminal);
    await keep('voipms', `${username}\n${password}`);
  } else {
    await keep('voxolib', await askForToken(terminal));
  }
  terminal.say('Kept in the key ring of this system.');
  return exitCodes.ok;
};

export const logout: Work = async ({ terminal, arguments: given }) => {
  const vendor = given[0] === 'voipms' ? 'voipms' : 'voxolib';
  if (!(await forget(vendor))) throw new TelephonyError('NOT_FOUND', `The key ring has no credential of ${vendor}.`);
  terminal.say('Forgotten.');
  return exitCodes.ok;
};
