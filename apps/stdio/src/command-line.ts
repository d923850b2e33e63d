import { parseArgs } from 'node:util';
import { ConfigError } from './config.ts';

const options = {
  sandbox: { type: 'boolean' },
  contract: { type: 'boolean' },
  toolsets: { type: 'string' },
  'read-only': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

export interface CommandLine {
  command: 'serve' | 'doctor' | 'help' | 'version';
  /** Serve a demo account of the sandbox; no credential is needed. */
  sandbox: boolean;
  /** `doctor` also compares the API's replies with the contract, field by field. */
  contract: boolean;
  /** Which toolsets are shown, as it was typed; all of them where it was not. */
  toolsets: string | undefined;
  /** Show no tool that changes something. */
  readOnly: boolean;
}

/** @throws ConfigError when an argument is not known. Its value is not repeated: it may be a secret. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const { values, positionals } = parse(argv);
  const [command = 'serve', ...rest] = positionals;
  if ((command !== 'serve' && command !== 'doctor') || rest.length > 0) throw unknownArgument();
  return {
    command: values.help ? 'help' : values.version ? 'version' : command,
    sandbox: values.sandbox ?? false,
    contract: values.contract ?? false,
    toolsets: values.toolsets,
    readOnly: values['read-only'] ?? false,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch {
    throw unknownArgument();
  }
}

function unknownArgument(): ConfigError {
  return new ConfigError(
    'arguments: known are doctor, --contract, --sandbox, --toolsets, --read-only, --help and --version. Credentials are read from the environment, never from arguments.',
  );
}
