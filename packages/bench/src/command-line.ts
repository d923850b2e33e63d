import { parseArgs } from 'node:util';

export interface CommandLine {
  only: string[];
  json: boolean;
  rounds: number | undefined;
  profileTo: string | undefined;
}

export const usage = `pnpm bench [--only <name>]... [--json] [--rounds <number>] [--profile <folder>]`;

/** @throws TypeError when an argument is not known. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      only: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  const rounds = values.rounds === undefined ? undefined : Number(values.rounds);
  if (rounds !== undefined && !(Number.isInteger(rounds) && rounds > 0)) throw new TypeError(usage);
  return { only: values.only, json: values.json, rounds, profileTo: values.profile };
}
