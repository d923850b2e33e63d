import { type Credential, readCredential } from '@voxolib/client/environment';
import type { VoxolibOptions } from '@voxolib/client/provider';
import { TelephonyError } from '@voxolib/telephony';
import { isAccessToken } from '@voxolib/token';
import type { CommandContext } from '../command-context.ts';
import { configurationError } from '../config.ts';
import { askHidden } from './ask.ts';
import { readKept } from './key-ring.ts';
import { sandboxOf } from './sandbox.ts';

/** The Voxolib account of the environment, of the key ring, or of a person at a terminal, in this order. */
export async function voxolibAccount(context: CommandContext): Promise<VoxolibOptions> {
  const { VOXOLIB_API_URL: url, VOXOLIB_API_CONTRACT: contract } = context.variables;
  if (context.options.sandbox === true) {
    const { voxolib } = await sandboxOf(context);
    return { baseUrl: voxolib.url, token: voxolib.accounts.demo.token, contract };
  }
  return { baseUrl: url ?? contract.base_url, contract, ...(await credentialOf(context)) };
}

/** Whether the environment or the key ring has a Voxolib account. */
export async function hasVoxolibAccount({ variables, options }: CommandContext): Promise<boolean> {
  return options.sandbox === true || isSet(variables) || (await readKept('voxolib')) !== undefined;
}

async function credentialOf({ variables, terminal }: CommandContext): Promise<Credential> {
  if (!isSet(variables)) {
    const kept = await readKept('voxolib');
    if (kept !== undefined) return { token: kept };
    if (terminal.input.isTTY === true) return { token: await askForToken(terminal) };
  }
  const problems: string[] = [];
  const credential = await readCredential(variables.env, problems);
  if (credential === undefined || problems.length > 0) throw configurationError(problems);
  return credential;
}

/** @throws INVALID_INPUT for what is no access token. */
export async function askForToken(terminal: CommandContext['terminal']): Promise<string> {
  const token = (await askHidden('Voxolib access token, hidden: ', terminal)).trim();
  if (isAccessToken(token)) return token;
  throw new TelephonyError(
    'INVALID_INPUT',
    'This is not an access token, which is the public key, a dot and 64 hex digits. Make one with: voxolib token',
  );
}

function isSet(variables: CommandContext['variables']): boolean {
  return [variables.VOXOLIB_ACCESS_TOKEN, variables.VOXOLIB_API_PUBLIC_KEY, variables.VOXOLIB_CLIENT_SECRET_KEY].some(
    (value) => value !== undefined,
  );
}
