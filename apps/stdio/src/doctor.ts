import { diagnose, type Finding } from '@voxolib/client/doctor';
import type { Config } from './config.ts';
import type { Credential } from './credential.ts';

const marks = { ok: 'ok', warning: 'warning', problem: 'PROBLEM' } as const;

/** Prints what was found and what to do about it. Resolves with the exit code: 0 unless there is a problem. */
export async function doctor(
  config: Config,
  credential: Credential,
  options: { contract: boolean; print: (line: string) => void },
): Promise<0 | 1> {
  const findings = await diagnose({ ...config.voxolib, ...credential }, { contract: options.contract });
  for (const finding of findings) options.print(lines(finding));
  const problems = findings.filter(({ level }) => level === 'problem').length;
  options.print(
    problems === 0 ? '\nNo problem found.' : `\n${problems} ${problems === 1 ? 'problem' : 'problems'} found.`,
  );
  return problems === 0 ? 0 : 1;
}

function lines({ level, check, found, advice }: Finding): string {
  const first = `${marks[level].padEnd(8)} ${check}: ${found}`;
  return advice === undefined ? first : `${first}\n${' '.repeat(9)}${advice}`;
}
