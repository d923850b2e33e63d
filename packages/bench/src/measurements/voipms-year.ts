import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Measurement } from '../measurement.ts';
import { bundle } from '../stdio/bundle.ts';
import { best, inTurns } from '../turns.ts';
import type { YearTask } from '../voipms-year/program.ts';
import { CALLS, writeYear } from '../voipms-year/year-file.ts';

const MEGABYTE = 1_000_000;

/** A year of VoIP.ms's calls, which come as one document for each part of the year, counted into days. */
export const voipmsYear: Measurement = {
  name: 'voipms-year',
  async run({ rounds }) {
    const folder = await mkdtemp(join(tmpdir(), 'voxolib-bench-'));
    try {
      const [program, file] = [join(folder, 'year.mjs'), join(folder, 'year.ndjson')];
      await bundle(new URL('../voipms-year/program.ts', import.meta.url), program);
      await writeYear(file);
      const run = (task: 'parse' | 'report') => async () => {
        const { stdout } = await promisify(execFile)(process.execPath, [program, task, file]);
        const done = JSON.parse(stdout) as YearTask;
        if (Math.abs(done.calls - CALLS) > CALLS / 100) throw new Error(`${task} counted ${done.calls} calls`);
        return done;
      };
      const done = await inTurns(rounds, { parse: run('parse'), report: run('report') });
      const what = `a daily report of a year of VoIP.ms, ${CALLS.toLocaleString('en')} calls`;
      return [
        {
          what,
          unit: 'ms CPU',
          ours: best(done.report.map(({ milliseconds }) => milliseconds)),
          reference: {
            what: '`JSON.parse` of the same bytes',
            cost: best(done.parse.map(({ milliseconds }) => milliseconds)),
          },
          target: 2,
        },
        {
          what: `${what}, most memory of the process`,
          unit: 'MB',
          ours: Math.max(...done.report.map(({ peakBytes }) => peakBytes / MEGABYTE)),
          reference: {
            what: '`JSON.parse` of the same bytes',
            cost: Math.max(...done.parse.map(({ peakBytes }) => peakBytes / MEGABYTE)),
          },
        },
      ];
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};
