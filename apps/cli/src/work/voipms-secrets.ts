import { TelephonyError } from '@voxolib/telephony';
import { askLines } from '../accounts/ask.ts';
import type { CommandContext } from '../command-context.ts';

/** The parameters, with a value for each that was written `name=-`: it is asked for, or a line of standard input. */
export async function askSecrets(
  params: Readonly<Record<string, string>>,
  { terminal }: CommandContext,
): Promise<Record<string, string>> {
  const names = Object.keys(params).filter((name) => params[name] === '-');
  if (names.length === 0) return { ...params };
  const prompts = names.map((name) => ({ prompt: `${name}, hidden: `, hidden: true }));
  const lines = await askLines(prompts, terminal);
  return { ...params, ...Object.fromEntries(names.map((name, index) => [name, required(name, lines[index])])) };
}

function required(name: string, line: string | undefined): string {
  if (line) return line;
  throw new TelephonyError('INVALID_INPUT', `${name} was asked for, and not given.`, { field: name });
}
