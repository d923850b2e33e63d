import { CommanderError } from 'commander';
import { type Format, formats } from '../answers/answer.ts';
import { commands } from '../commands/index.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { buildProgram } from './build-program.ts';
import type { CommandDefinition } from './definition.ts';
import { secretAmong } from './secret-argument.ts';
import { usageWords } from './usage-words.ts';

export interface ParsedCommand {
  command: CommandDefinition;
  arguments: readonly string[];
  options: Readonly<Record<string, string | boolean | undefined>>;
  format: Format;
}

/** What the arguments ask for; help and usage errors are dealt with here, and give the exit code. */
export async function parseCommandLine(
  argv: readonly string[],
  terminal: Terminal,
): Promise<ParsedCommand | { exitCode: ExitCode }> {
  const refusal = secretAmong(argv);
  if (refusal !== undefined) {
    terminal.say(refusal);
    return { exitCode: exitCodes.usage };
  }
  let parsed: ParsedCommand | undefined;
  const program = buildProgram(commands, terminal, (command, given, options) => {
    // A command may have formats of its own, which it prints itself.
    const format = formats.find((known) => known === options.format) ?? 'pretty';
    parsed = { command, arguments: given, options, format };
  });
  try {
    await program.parseAsync(helpFirst(argv), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0 || error.code === 'commander.help') return { exitCode: exitCodes.ok };
    terminal.say(usageWords(error));
    return { exitCode: exitCodes.usage };
  }
  return parsed ?? { exitCode: exitCodes.ok };
}

/** `stats help` is `help stats`. What follows `voipms` is read by that command, which has help on each method. */
function helpFirst(argv: readonly string[]): string[] {
  const [command, second, ...rest] = argv;
  const isCommand = commands.some(({ name }) => name === command);
  return isCommand && second === 'help' && rest.length === 0 && command !== undefined ? ['help', command] : [...argv];
}
