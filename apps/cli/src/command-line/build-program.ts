import { Argument, Command, Option } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { type ExitName, exitCodes, exitWords } from '../exit-code.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { optionsOf } from './common-options.ts';
import type { CommandDefinition, OptionDefinition } from './definition.ts';

type Chosen = (
  command: CommandDefinition,
  given: readonly string[],
  options: Readonly<Record<string, string | boolean | undefined>>,
) => void;

/** The parser of all commands. It only says what was chosen: nothing is done while parsing. */
export function buildProgram(commands: readonly CommandDefinition[], terminal: Terminal, chosen: Chosen): Command {
  const program = new Command('voxolib')
    .description(manifest.description)
    .version(manifest.version, '--version', 'Show the version')
    .helpOption('-h, --help', 'Show help')
    .helpCommand('help [command]', 'Show help on a command')
    .exitOverride()
    .configureOutput({ writeOut: terminal.print, writeErr: terminal.print, outputError: () => {} })
    .configureHelp({ helpWidth: Math.min(terminal.width, 120) })
    .addHelpText('after', `\n${exitCodeWords()}\n\nSecrets are never arguments: see voxolib help login.`);
  for (const definition of commands) program.addCommand(buildCommand(program, definition, chosen));
  return program;
}

function buildCommand(program: Command, definition: CommandDefinition, chosen: Chosen): Command {
  const { name, summary, details, arguments: given = [], examples = [] } = definition;
  const command = program.createCommand(name).summary(summary);
  command.description(details === undefined ? summary : `${summary}\n\n${details}`);
  command.copyInheritedSettings(program).helpOption('-h, --help', 'Show help');
  for (const { name: argument, summary: about, required, variadic, choices } of given) {
    const form = `${argument}${variadic ? '...' : ''}`;
    const added = new Argument(required ? `<${form}>` : `[${form}]`, about);
    command.addArgument(choices === undefined ? added : added.choices([...choices]));
  }
  for (const option of optionsOf(definition)) {
    command.addOption(buildOption(option));
  }
  if (examples.length > 0)
    command.addHelpText('after', `\nExamples:\n${examples.map((line) => `  $ ${line}`).join('\n')}`);
  return command.action(() => chosen(definition, command.args, command.opts()));
}

function buildOption({ flags, summary, choices, default: usual }: OptionDefinition): Option {
  const option = new Option(flags, summary);
  if (choices !== undefined) option.choices([...choices]);
  return usual === undefined ? option : option.default(usual);
}

function exitCodeWords(): string {
  const rows = Object.entries(exitCodes).map(
    ([name, code]) => `  ${String(code).padEnd(5)}${exitWords[name as ExitName]}`,
  );
  return ['Exit codes:', ...rows].join('\n');
}
