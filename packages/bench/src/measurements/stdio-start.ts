import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Figure, Measurement } from '../measurement.ts';
import { bundle } from '../stdio/bundle.ts';
import { firstList, legacyOpening, modernOpening, type Opening, type Program } from '../stdio/first-list.ts';
import { inTurns, median } from '../turns.ts';

const SPAWNS = 15;
const TARGET = 1.5;

const bareServer = new URL('../stdio/bare-server.mjs', import.meta.url);
const path = fileURLToPath(new URL('../../../../apps/stdio/dist/main.js', import.meta.url));

/** How long a desktop client waits for the tools after it has started the server. */
export const stdioStart: Measurement = {
  name: 'stdio-start',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'voxolib-bench-'));
    try {
      const bundled = join(folder, 'bare-server.mjs');
      await bundle(bareServer, bundled);
      return [
        ...(await contest('2025 era', legacyOpening, folder, bundled)),
        ...(await contest('2026 era', modernOpening, folder, bundled)),
      ];
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

async function contest(era: string, opening: Opening, folder: string, bundled: string): Promise<Figure[]> {
  const cached = { NODE_COMPILE_CACHE: join(folder, 'cache') };
  const account = { VOXOLIB_ACCESS_TOKEN: `x.${'0'.repeat(64)}` };
  const started = { path, env: { ...account, ...cached } };
  const { tools } = await firstList(started, opening);
  const args = [String(tools)];
  const programs: Record<'account' | 'sandbox' | 'first' | 'bare' | 'bundled', Program> = {
    account: started,
    sandbox: { path, args: ['--sandbox'], env: cached },
    first: { path, env: { ...account, NODE_DISABLE_COMPILE_CACHE: '1' } },
    bare: { path: fileURLToPath(bareServer), args },
    bundled: { path: bundled, args, env: cached },
  };

  // The first start of each fills the compile cache, which later starts of the same version find.
  for (const program of Object.values(programs)) await firstList(program, opening);
  const timed = (program: Program) => async () => (await firstList(program, opening)).milliseconds;
  const times = await inTurns(SPAWNS, {
    account: timed(programs.account),
    sandbox: timed(programs.sandbox),
    first: timed(programs.first),
    bare: timed(programs.bare),
    bundled: timed(programs.bundled),
  });
  const bare = { what: `bare SDK server, ${tools} tools`, cost: median(times.bare) };
  const figure = (what: string, milliseconds: number[], reference: Figure['reference'] = bare): Figure => ({
    what: `stdio, start to first \`tools/list\`, ${era}${what}`,
    unit: 'ms',
    ours: median(milliseconds),
    ...(reference && { reference }),
  });
  return [
    { ...figure('', times.account), target: TARGET },
    { ...figure(', `--sandbox`', times.sandbox), target: TARGET },
    figure(', nothing compiled before', times.first),
    figure('', times.account, { what: 'bare SDK server, bundled and compiled before', cost: median(times.bundled) }),
  ];
}
