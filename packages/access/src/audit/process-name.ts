import { readFile, readlink } from 'node:fs/promises';

/** Where this process runs (a start of a machine, and a space of process ids in it), and its id there. */
export interface ProcessName {
  readonly space: string;
  readonly pid: number;
}

/** Undefined on a system that does not tell: then only time shows that a process has died. */
export async function thisProcess(): Promise<ProcessName | undefined> {
  try {
    const [boot, space] = await Promise.all([
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
      readlink('/proc/self/ns/pid'),
    ]);
    return { space: `${boot.trim()}/${space.replace(/\D/g, '')}`, pid: process.pid };
  } catch {
    return undefined;
  }
}

export function processText(name: ProcessName | undefined): string {
  return name === undefined ? '' : `${name.space}/${name.pid}`;
}

/** True only when it is certain that the process which is called so has ended: it was here, and its id is nobody's or ours. */
export function isGone(text: string, here: ProcessName | undefined): boolean {
  if (here === undefined || !text.startsWith(`${here.space}/`)) return false;
  const pid = Number(text.slice(here.space.length + 1));
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  return pid === here.pid || !isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
