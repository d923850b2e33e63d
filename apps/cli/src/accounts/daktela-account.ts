import { type DaktelaCredential, type DaktelaOptions, readAddress } from '@voxolib/daktela';
import { readDaktelaCredential } from '@voxolib/daktela/environment';
import { TelephonyError } from '@voxolib/telephony';
import type { CommandContext } from '../command-context.ts';
import { configurationError } from '../config.ts';
import { askLines } from './ask.ts';
import { readKept } from './key-ring.ts';
import { sandboxOf } from './sandbox.ts';

/** The Daktela account of the environment, of the key ring, or of a person at a terminal, in this order. */
export async function daktelaAccount(context: CommandContext): Promise<DaktelaOptions> {
  if (context.options.sandbox === true) {
    const { url, accounts } = (await sandboxOf(context)).daktela;
    const { username, password } = accounts.demo;
    return { url, username, password, trustedOrigins: [url] };
  }
  return { ...rulesOf(context), ...(await credentialOf(context)) };
}

/** Whether the environment or the key ring has a Daktela account. */
export async function hasDaktelaAccount({ variables, options }: CommandContext): Promise<boolean> {
  const { DAKTELA_URL, DAKTELA_USERNAME, DAKTELA_PASSWORD, DAKTELA_ACCESS_TOKEN } = variables;
  const given = DAKTELA_URL ?? DAKTELA_USERNAME ?? DAKTELA_PASSWORD ?? DAKTELA_ACCESS_TOKEN;
  return options.sandbox === true || (given ?? (await readKept('daktela'))) !== undefined;
}

function rulesOf({ variables }: Pick<CommandContext, 'variables'>) {
  return { allowedHosts: variables.DAKTELA_ALLOWED_HOSTS, trustedOrigins: variables.DAKTELA_TRUSTED_ORIGINS };
}

async function credentialOf(context: CommandContext): Promise<DaktelaCredential> {
  const { variables, terminal } = context;
  const problems: string[] = [];
  const given = readDaktelaCredential(variables.env, problems);
  if (problems.length > 0) throw configurationError(problems);
  if (given !== undefined) return given;
  const kept = readLines(await readKept('daktela'));
  if (kept !== undefined) return kept;
  if (terminal.input.isTTY === true) return askForInstance(context);
  throw configurationError([
    'DAKTELA_URL, and DAKTELA_USERNAME and DAKTELA_PASSWORD or DAKTELA_ACCESS_TOKEN: must be set. To try without an account, use --sandbox',
  ]);
}

/** @throws INVALID_INPUT when something is missing, or the address is none that credentials may be sent to. */
export async function askForInstance(
  context: Pick<CommandContext, 'terminal' | 'variables'>,
): Promise<DaktelaCredential> {
  const [typed = '', username = '', secret = ''] = await askLines(
    [
      { prompt: 'Address of your Daktela, such as https://acme.daktela.com: ', hidden: false },
      { prompt: 'Daktela username (nothing, to use an access token): ', hidden: false },
      { prompt: 'Daktela password or access token, hidden: ', hidden: true },
    ],
    context.terminal,
  );
  const address = readAddress(typed.includes('://') ? typed.trim() : `https://${typed.trim()}`, rulesOf(context));
  if ('problem' in address)
    throw new TelephonyError('INVALID_INPUT', `The address of your Daktela ${address.problem}.`);
  const credential = credentialFrom(address.origin, username.trim(), secret);
  if (credential !== undefined) return credential;
  throw new TelephonyError('INVALID_INPUT', 'A Daktela account needs its username and password, or an access token.');
}

/** What the key ring keeps of a credential. */
export function linesOf(credential: DaktelaCredential): string {
  if ('accessToken' in credential) return [credential.url, '', credential.accessToken].join('\n');
  if ('password' in credential) return [credential.url, credential.username, credential.password].join('\n');
  throw new TypeError('A session is not kept in a key ring');
}

function readLines(kept: string | undefined): DaktelaCredential | undefined {
  const [url = '', username = '', secret = ''] = kept?.split('\n') ?? [];
  return url === '' ? undefined : credentialFrom(url, username, secret);
}

function credentialFrom(url: string, username: string, secret: string): DaktelaCredential | undefined {
  if (secret === '') return undefined;
  return username === '' ? { url, accessToken: secret } : { url, username, password: secret };
}
