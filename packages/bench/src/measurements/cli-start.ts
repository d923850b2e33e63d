import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Figure, Measurement } from '../measurement.ts';
import { inTurns, median } from '../turns.ts';

const STARTS = 15;
/** What a start may cost: so many times that of Node alone, and so many milliseconds. */
const TIMES = 1.5;
const MORE_MS = 100;

const program = fileURLToPath(new URL('../../../../apps/cli/dist/main.js', import.meta.url));
const run = promisify(execFile);

/** How long the command line takes from its start to its end, beside Node that does nothing. */
export const cliStart: Measurement = {
  name: 'cli-start',
  async run() {
    const cache = await mkdtemp(join(tmpdir(), 'voxolib-bench-'));
    const timed =
      (args: readonly string[], env: Readonly<Record<string, string>> = { NODE_COMPILE_CACHE: cache }) =>
      async () => {
        const startedAt = performance.now();
        await run(process.execPath, [...args], { env: { ...env } });
        return performance.now() - startedAt;
      };
    try {
      const contenders = {
        node: timed(['-e', '0'], {}),
        help: timed([program, '--help']),
        plan: timed([program, 'voipms', 'setPhonebook', 'name=a', 'number=5145550142', '--dry-run']),
        first: timed([program, '--help'], { NODE_DISABLE_COMPILE_CACHE: '1' }),
      };
      // The first start of each fills the compile cache, which later starts of the same version find.
      for (const contender of Object.values(contenders)) await contender();
      const times = await inTurns(STARTS, contenders);
      const node = median(times.node);
      const allowed = { what: `Node alone × ${TIMES} + ${MORE_MS} ms`, cost: node * TIMES + MORE_MS };
      const figure = (what: string, milliseconds: number[]): Figure => ({
        what: `command line, ${what}`,
        unit: 'ms',
        ours: median(milliseconds),
        reference: allowed,
        target: 1,
      });
      return [
        { what: 'Node alone, `node -e 0`', unit: 'ms', ours: node },
        figure('`voxolib --help`', times.help),
        figure('a dry run of `voxolib voipms`', times.plan),
        figure('`voxolib --help`, nothing compiled before', times.first),
      ];
    } finally {
      await rm(cache, { recursive: true });
    }
  },
};
