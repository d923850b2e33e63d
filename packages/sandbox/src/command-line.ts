import { parseArgs } from 'node:util';
import { daktelaOwnFaults } from './daktela/faults/daktela-faults.ts';
import { listFaults } from './faults/parse-fault.ts';
import type { SandboxOptions } from './sandbox.ts';
import { voipmsOwnFaults } from './voipms/faults/voipms-faults.ts';
import { voxolibFaults } from './voxolib/faults/voxolib-faults.ts';

export const HELP = `Usage: voxolib-sandbox [--port <port>] [--host <host>] [--seed <word>] [--fault <fault>]

Simulates the APIs of Voxolib, VoIP.ms and Daktela over HTTP. The keys that it prints open nothing anywhere else.

  --port <port>    0 takes a free one (default: 4010)
  --host <host>    the address to listen on (default: 127.0.0.1)
  --seed <word>    other words make other calls (default: sandbox)
  --fault <fault>  the fault of every request; one request's own comes in its header X-Sandbox-Fault
  --help           shows this
  --version        shows the version

Faults:
${listFaults(voxolibFaults)}

Faults of VoIP.ms, which also has those of them that are no matter of rows:
${listFaults(voipmsOwnFaults)}

Faults of Daktela, which also has those of the first that are no matter of rows:
${listFaults(daktelaOwnFaults)}
`;

const DEFAULT_PORT = '4010';
const HIGHEST_PORT = 65_535;

/** What the arguments ask for. */
export type Command = { run: 'sandbox'; options: SandboxOptions } | { run: 'help' } | { run: 'version' };

/** Arguments that mean nothing. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @throws UsageError that names the argument. */
export function readCommandLine(args: readonly string[]): Command {
  const values = parse(args);
  if (values.help) return { run: 'help' };
  if (values.version) return { run: 'version' };
  const { host, seed, fault } = values;
  return {
    run: 'sandbox',
    options: { port: readPort(values.port ?? DEFAULT_PORT), ...defined({ host, seed, fault }) },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        seed: { type: 'string' },
        fault: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'The arguments cannot be read.');
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > HIGHEST_PORT) {
    throw new UsageError(`--port must be a number from 0 to ${HIGHEST_PORT}.`);
  }
  return port;
}

function defined<Values extends object>(values: Values): Partial<Values> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<Values>;
}
