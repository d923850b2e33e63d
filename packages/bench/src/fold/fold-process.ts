import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundle } from '../stdio/bundle.ts';

/** What a process can be asked for, and what it says then. */
export interface FoldTask {
  parse: { calls: number; milliseconds: number };
  fold: { calls: number; milliseconds: number };
  /** The most memory that the process has had, and what was alive in its heap when the last page had been folded. */
  stream: { calls: number; peakBytes: number; liveBytes: number };
}

export type RunFoldTask = <Task extends keyof FoldTask>(
  task: Task,
  path: string,
  pages: number,
) => Promise<FoldTask[Task]>;

/** Builds the program as one file, as a program that folds would be, and gives the function that runs it once. */
export async function foldProcess(folder: string): Promise<RunFoldTask> {
  const program = join(folder, 'fold.mjs');
  await bundle(new URL('program.ts', import.meta.url), program);
  return async (task, path, pages) => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', program, task, path, String(pages)]);
    return JSON.parse(stdout);
  };
}
