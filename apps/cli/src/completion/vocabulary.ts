import { optionsOf } from '../command-line/common-options.ts';
import type { OptionDefinition } from '../command-line/definition.ts';
import { commands } from '../commands/index.ts';
import { methods } from '../voipms/methods.ts';

interface CompletedOption {
  /** `--format`, and `-f` where there is one. */
  names: string[];
  takesValue: boolean;
  choices: readonly string[];
  summary: string;
}

export interface CompletedCommand {
  name: string;
  summary: string;
  options: CompletedOption[];
  /** What may stand after the name. */
  words: string[];
}

/** What can be typed, for the scripts of the shells. It is all in them: pressing Tab starts no program. */
export function vocabulary(): CompletedCommand[] {
  const completed = commands.map((definition) => ({
    name: definition.name,
    summary: definition.summary,
    options: optionsOf(definition).map(completedOption),
    words: [
      ...(definition.arguments ?? []).flatMap(({ choices = [] }) => [...choices]),
      ...(definition.name === 'voipms' ? ['cdr', 'list', 'help', ...methods.map(({ name }) => name)] : []),
    ],
  }));
  const names = completed.map(({ name }) => name);
  return [...completed, { name: 'help', summary: 'Show help on a command', options: [], words: names }];
}

function completedOption({ flags, choices = [], summary }: OptionDefinition): CompletedOption {
  return { names: flags.match(/(?<![\w-])--?[a-z][a-z-]*/g) ?? [], takesValue: flags.includes('<'), choices, summary };
}
