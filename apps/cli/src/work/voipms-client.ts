import { createVoipmsClient, type VoipmsClient } from '@voxolib/voipms';
import { voipmsAccount } from '../accounts/voipms-account.ts';
import type { CommandContext } from '../command-context.ts';

/** A client of the account, which sends as the options say. */
export async function clientOf(context: CommandContext): Promise<VoipmsClient> {
  const transport = context.options.transport === 'get' ? 'get' : 'post';
  return createVoipmsClient({ ...(await voipmsAccount(context)), transport });
}
