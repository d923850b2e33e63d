import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

/** For a test that starts processes: on a busy machine each of them takes seconds to load. */
export const WITH_PROCESSES = { timeout: 120_000 };

/** A program of this folder in a process of its own, loaded and waiting for `go`. It ends with the test at the latest. */
export interface Process<Report> {
  /** What it has reported so far. Grows. */
  readonly reports: readonly Report[];
  go(): void;
  kill(): void;
  /** Its exit code; null when it was killed. */
  readonly ended: Promise<number | null>;
}

export async function start<Report>(program: string, input: unknown): Promise<Process<Report>> {
  const child: ChildProcess = fork(new URL(program, import.meta.url), [JSON.stringify(input)]);
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const reports: Report[] = [];
  await Promise.race([once(child, 'message'), ended]);
  child.on('message', (report) => reports.push(report as Report));
  return { reports, ended, go: () => child.send('go'), kill: () => child.kill('SIGKILL') };
}

/** As many at once as there are inputs: all are loaded before the first begins. */
export async function startAll<Report>(program: string, inputs: readonly unknown[]): Promise<Process<Report>[]> {
  const processes = await Promise.all(inputs.map((input) => start<Report>(program, input)));
  for (const process of processes) process.go();
  return processes;
}
