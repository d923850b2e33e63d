import type { Finding } from './finding.ts';

const marks = { ok: 'ok', warning: 'warning', problem: 'PROBLEM' } as const;

/** Prints what was found and what to do about it. Returns the exit code of a program: 0 unless there is a problem. */
export function reportFindings(findings: readonly Finding[], print: (line: string) => void): 0 | 1 {
  for (const finding of findings) print(lines(finding));
  const problems = findings.filter(({ level }) => level === 'problem').length;
  print(problems === 0 ? '\nNo problem found.' : `\n${problems} ${problems === 1 ? 'problem' : 'problems'} found.`);
  return problems === 0 ? 0 : 1;
}

function lines({ level, check, found, advice }: Finding): string {
  const first = `${marks[level].padEnd(8)} ${check}: ${found}`;
  return advice === undefined ? first : `${first}\n${' '.repeat(9)}${advice}`;
}
