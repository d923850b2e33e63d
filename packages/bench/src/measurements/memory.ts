import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Measurement } from '../measurement.ts';
import { slopeOf } from '../memory/slope.ts';

const CALLS = 100_000;
const STEP = 10_000;
const MEGABYTE = 1_000_000;

/** What a server holds on to of the calls that it has answered. */
export const memory: Measurement = {
  name: 'memory',
  async run() {
    const program = fileURLToPath(new URL('../memory/program.ts', import.meta.url));
    const options = [...process.execArgv, '--expose-gc', program, String(CALLS), String(STEP)];
    const { stdout } = await promisify(execFile)(process.execPath, options);
    const { heap, answers } = JSON.parse(stdout) as { heap: number[]; answers: { ok: number; refused: number } };
    // Of each twelve calls, two are wrong.
    if (answers.ok < CALLS * 0.8) throw new Error(`Only ${answers.ok} calls were answered`);
    const [, second = 0, ...later] = heap;
    const live = 'live heap of a server, 100,000 calls by 25 accounts';
    return [
      {
        what: live,
        unit: 'MB',
        ours: (heap.at(-1) ?? 0) / MEGABYTE,
        reference: { what: 'after 20,000', cost: second / MEGABYTE },
      },
      { what: `${live}, slope from 20,000 on`, unit: 'bytes a call', ours: slopeOf([second, ...later], STEP) },
    ];
  },
};
