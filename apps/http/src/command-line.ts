import { parseArgs } from 'node:util';
import { ConfigError } from './config-error.ts';

const options = {
  toolsets: { type: 'string' },
  'read-only': { type: 'boolean' },
  try: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  name: { type: 'string' },
  scope: { type: 'string' },
  tier: { type: 'string' },
  days: { type: 'string' },
  format: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  tz: { type: 'string' },
  tool: { type: 'string' },
  status: { type: 'string' },
  client: { type: 'string' },
  'token-id': { type: 'string' },
  user: { type: 'string' },
  url: { type: 'string' },
} as const;
type OptionName = Exclude<keyof typeof options, 'try' | 'help' | 'version'>;

const commands = ['audit verify', 'audit export', 'token create', 'token revoke', 'doctor'] as const;
type Command = 'serve' | 'help' | 'version' | (typeof commands)[number];

export interface CommandLine {
  command: Command;
  /** What stands behind the command. */
  operands?: string[];
  options?: { [Name in OptionName]?: string | undefined };
  toolsets?: string | undefined;
  readOnly?: boolean | undefined;
  /** For a first try: a sandbox unless an API is configured, and words on how to connect. */
  try: boolean;
}

/** @throws ConfigError when an argument is not known. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
    const { help, version, try: trial = false, toolsets: shown, 'read-only': readOnly, ...rest } = values;
    const [group, verb, ...operands] = positionals;
    const named =
      group === undefined ? 'serve' : commands.find((command) => command === [group, verb].filter(Boolean).join(' '));
    if (named === undefined)
      throw new Error(`there is no command ${JSON.stringify(positionals.join(' ').slice(0, 40))}`);
    return {
      command: help ? 'help' : version ? 'version' : named,
      operands,
      options: rest,
      try: trial,
      toolsets: shown,
      readOnly,
    };
  } catch (error) {
    throw new ConfigError(`arguments: ${error instanceof Error ? error.message : 'not understood'}`);
  }
}
