import { TelephonyError } from '@voxolib/telephony';
import type { VoipmsOptions } from '@voxolib/voipms';
import { readVoipmsCredential } from '@voxolib/voipms/environment';
import type { CommandContext } from '../command-context.ts';
import { configurationError } from '../config.ts';
import { askLines } from './ask.ts';
import { readKept } from './key-ring.ts';
import { sandboxOf } from './sandbox.ts';

/** The VoIP.ms account of the environment, of the key ring, or of a person at a terminal, in this order. */
export async function voipmsAccount(context: CommandContext): Promise<VoipmsOptions> {
  if (context.options.sandbox === true) {
    const { url, accounts } = (await sandboxOf(context)).voipms;
    const { username, apiPassword } = accounts.demo;
    return { baseUrl: url, username, password: apiPassword, pace: { spacingMs: 0, perMinute: 10_000 } };
  }
  const { VOIPMS_API_URL: baseUrl } = context.variables;
  return { ...(await credentialOf(context)), ...(baseUrl !== undefined && { baseUrl }) };
}

/** Whether the environment or the key ring has a VoIP.ms account. */
export async function hasVoipmsAccount({ variables, options }: CommandContext): Promise<boolean> {
  const { VOIPMS_API_USERNAME: username, VOIPMS_API_PASSWORD: password } = variables;
  return options.sandbox === true || (username ?? password ?? (await readKept('voipms'))) !== undefined;
}

async function credentialOf({ variables, terminal }: CommandContext) {
  const problems: string[] = [];
  const given = readVoipmsCredential(variables.env, problems);
  if (problems.length > 0) throw configurationError(problems);
  if (given !== undefined) return given;
  const kept = readPair(await readKept('voipms'));
  if (kept !== undefined) return kept;
  if (terminal.input.isTTY === true) return askForPair(terminal);
  throw configurationError([
    'VOIPMS_API_USERNAME and VOIPMS_API_PASSWORD: must be set. To try without an account, use --sandbox',
  ]);
}

/** @throws INVALID_INPUT when one of them is empty. */
export async function askForPair(
  terminal: CommandContext['terminal'],
): Promise<{ username: string; password: string }> {
  const [username = '', password = ''] = await askLines(
    [
      { prompt: 'VoIP.ms portal e-mail address: ', hidden: false },
      { prompt: 'VoIP.ms API password (not that of the portal), hidden: ', hidden: true },
    ],
    terminal,
  );
  if (username !== '' && password !== '') return { username, password };
  throw new TelephonyError('INVALID_INPUT', 'A VoIP.ms account needs its e-mail address and its API password.');
}

function readPair(kept: string | undefined): { username: string; password: string } | undefined {
  const [username, password] = kept?.split('\n') ?? [];
  return username && password ? { username, password } : undefined;
}
