import type { Writable } from 'node:stream';
import { isTelephonyError } from '@voxolib/telephony';
import packageJson from '../package.json' with { type: 'json' };
import { type CommandLine, readCommandLine } from './command-line.ts';
import { type Config, ConfigError, readConfig } from './config.ts';

export interface ProgramContext {
  argv: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  stdout: Writable;
}

/** Runs the program and gives its exit code: 0, 1 for problems that doctor found, 2 for wrong use. */
export async function run({ argv, env, stdout }: ProgramContext): Promise<0 | 1 | 2> {
  const print = (line: string) => void stdout.write(`${line}\n`);
  try {
    const line = readCommandLine(argv);
    if (line.command === 'help') {
      print((await import('./help.ts')).helpText());
    } else if (line.command === 'version') {
      print(packageJson.version);
    } else {
      return await work(line, await readConfig(line, env), stdout, print);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof ConfigError || isTelephonyError(error))) throw error;
    console.error(`The configuration does not fit:\n${error.message.replaceAll(/^/gm, '  ')}`);
    return 2;
  }
}

async function work(
  line: CommandLine,
  config: Config,
  stdout: Writable,
  print: (line: string) => void,
): Promise<0 | 1> {
  const demo = line.sandbox ? await demoFor(line.command) : undefined;
  const credentials = demo?.credentials ?? config.credentials;
  Object.assign(config.voxolib, demo?.voxolib);
  Object.assign(config.voipms, demo?.voipms);
  Object.assign(config.daktela, demo?.daktela);
  try {
    if (line.command === 'doctor') {
      const { doctor } = await import('./doctor.ts');
      return await doctor(config, credentials, { contract: line.contract, print });
    }
    const { serve } = await import('./serve.ts');
    await serve({ ...config, ...line }, credentials, packageJson.version, stdout);
    return 0;
  } finally {
    await demo?.close();
  }
}

async function demoFor(command: CommandLine['command']) {
  const { demoAccount, demoAccountOnDemand } = await import('./sandbox.ts');
  return command === 'doctor' ? demoAccount() : demoAccountOnDemand();
}
