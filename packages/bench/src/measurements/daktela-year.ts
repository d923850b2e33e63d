import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Period } from '@voxolib/telephony';
import { type Asked, HALF, type Instance, LATENCY, YEAR, type YearDone, type YearTask } from '../daktela-year/year.ts';
import type { Figure, Measurement } from '../measurement.ts';
import { bundle } from '../stdio/bundle.ts';
import { best, inTurns, median } from '../turns.ts';

const MEGABYTE = 1_000_000;

/** A year of Daktela's calls, which come as pages over HTTP from another process, counted into months. */
export const daktelaYear: Measurement = {
  name: 'daktela-year',
  async run({ rounds, profileTo }) {
    const folder = await mkdtemp(join(tmpdir(), 'voxolib-bench-'));
    const vendor = fork(fileURLToPath(new URL('../daktela-year/vendor-main.ts', import.meta.url)));
    try {
      const instance = await said<Instance>(vendor);
      const program = join(folder, 'year.mjs');
      await bundle(new URL('../daktela-year/program.ts', import.meta.url), program);
      const profile = profileTo === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileTo}`];
      const run = (task: YearTask) => () => read(program, task, task.task === 'report' ? profile : []);
      const report = (period: Period) => ({ ...instance, task: 'report' as const, period });
      const live = (period: Period) => read(program, report(period), ['--expose-gc']);

      // From the first time on, the vendor knows its calls in the order that they are asked for.
      const half = await live(HALF);
      const year = await live(YEAR);
      await asked(vendor);
      await run(report(YEAR))();
      const { pages, atOnce } = await asked(vendor);

      const done = await inTurns(rounds, {
        report: run(report(YEAR)),
        half: run(report(HALF)),
        fetch: run({ ...instance, task: 'fetch', pages }),
        parse: run({ ...instance, task: 'parse', pages }),
      });
      return figuresOf(year, half, pages, atOnce, done);
    } finally {
      const exited = once(vendor, 'exit');
      vendor.disconnect();
      await exited;
      await rm(folder, { recursive: true });
    }
  },
};

function figuresOf(
  year: YearDone,
  half: YearDone,
  pages: readonly string[],
  atOnce: number,
  done: Record<'report' | 'half' | 'fetch' | 'parse', YearDone[]>,
): Figure[] {
  const what = `\`call_stats\` of a year of Daktela, ${year.calls.toLocaleString('en')} calls of three products`;
  const cpu = (name: keyof typeof done) => best(done[name].map(({ cpuMilliseconds }) => cpuMilliseconds));
  const waited = (name: keyof typeof done) => median(done[name].map(({ waitedMilliseconds }) => waitedMilliseconds));
  const peak = (name: keyof typeof done) => Math.max(...done[name].map(({ peakBytes }) => peakBytes / MEGABYTE));
  const halfOfThem = `${half.calls.toLocaleString('en')} calls`;
  const fetching = 'the same pages by `fetch`, 8 at once';
  return [
    { what, unit: 'ms CPU', ours: cpu('report'), reference: { what: fetching, cost: cpu('fetch') } },
    {
      what,
      unit: 'ms CPU',
      ours: cpu('report'),
      reference: { what: '`JSON.parse` of the same pages', cost: cpu('parse') },
    },
    {
      what: `${what}, vendor takes ${LATENCY} ms for a page`,
      unit: 'ms',
      ours: waited('report'),
      reference: { what: fetching, cost: waited('fetch') },
    },
    {
      what: `${what}, pages read`,
      unit: '',
      ours: pages.length,
      reference: { what: 'of 1,000 calls each', cost: Math.ceil(year.calls / 1000) },
    },
    {
      what: `${what}, pages under way at the vendor`,
      unit: '',
      ours: atOnce,
      reference: { what: 'allowed', cost: 8 },
      target: 1,
    },
    {
      what: `${what}, most memory of the process`,
      unit: 'MB',
      ours: peak('report'),
      reference: { what: halfOfThem, cost: peak('half') },
    },
    {
      what: `${what}, most live heap while it is read`,
      unit: 'MB',
      ours: year.liveBytes / MEGABYTE,
      reference: { what: halfOfThem, cost: half.liveBytes / MEGABYTE },
      target: 1.1,
    },
  ];
}

/** Gives a task to a fresh process. */
async function read(program: string, task: YearTask, execArgv: string[]): Promise<YearDone> {
  const child = fork(program, { execArgv });
  child.send(task);
  return said<YearDone>(child);
}

async function asked(vendor: ChildProcess): Promise<Asked> {
  const answer = said<Asked>(vendor);
  vendor.send('asked');
  return answer;
}

async function said<Message>(child: ChildProcess): Promise<Message> {
  const message = once(child, 'message');
  const ended = once(child, 'exit').then(() => {
    throw new Error('A measured process ended');
  });
  const [answer] = await Promise.race([message, ended]);
  return answer as Message;
}
