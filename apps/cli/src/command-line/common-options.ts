import { formats } from '../answers/answer.ts';
import type { CommandDefinition, OptionDefinition } from './definition.ts';

/** What every command takes that has an answer. */
const commonOptions: readonly OptionDefinition[] = [
  { flags: '-f, --format <format>', summary: 'How the answer is printed', choices: formats, default: 'pretty' },
  { flags: '--sandbox', summary: 'Ask a made-up account that this program brings along; no credential is needed' },
];

/** The options of a command: its own, and the common ones that it gives no other meaning. */
export function optionsOf({ options = [], bare }: CommandDefinition): OptionDefinition[] {
  if (bare === true) return [...options];
  const own = new Set(options.map(longName));
  return [...options, ...commonOptions.filter((option) => !own.has(longName(option)))];
}

/** `--format` of `-f, --format <format>`. */
function longName({ flags }: OptionDefinition): string {
  return /--[a-z-]+/.exec(flags)?.[0] ?? flags;
}
