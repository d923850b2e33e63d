import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Where the suite reads what it is to expect. */
export const expectedFailuresFile = fileURLToPath(new URL('expected-failures.yml', import.meta.url));

export interface ExpectedFailure {
  scenario: string;
  /** The one check that fails, where the others pass. */
  check?: string;
  reason: string;
}

/** The same list with its reasons. An entry without one is an error. */
export async function expectedFailures(): Promise<ExpectedFailure[]> {
  const lines = (await readFile(expectedFailuresFile, 'utf8')).split('\n').filter((line) => /^\s*-/.test(line));
  return lines.map((line) => {
    const [, scenario, check, reason] = /^ {2}- ([\w-]+)(?::([\w-]+))? # (\S.*)$/.exec(line) ?? [];
    if (scenario === undefined || reason === undefined)
      throw new Error(`An expected failure without a reason: ${line}`);
    return { scenario, ...(check !== undefined && { check }), reason };
  });
}
