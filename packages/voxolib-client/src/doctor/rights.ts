import { isTelephonyError, type Period } from '@voxolib/telephony';
import { createDids } from '../dids.ts';
import type { Settings } from '../options.ts';
import { createReports } from '../reports.ts';
import { failed } from './advice.ts';
import type { Finding } from './finding.ts';

/** Which reports the account may read, learnt by reading one day of each. */
export async function checkRights(
  settings: Settings,
  period: Period,
  signal: AbortSignal | undefined,
): Promise<Finding[]> {
  const reports = createReports(settings);
  const dids = createDids(settings);
  const options = { ...(signal && { signal }) };
  const reads: [string, () => Promise<unknown>][] = [
    ['WCB calls', () => reports.wcbCalls(period, options)],
    ['DID calls', () => reports.didCalls(period, options)],
    ['DID count', () => dids.count(options)],
    ['WCB minutes', () => reports.minutes('wcb', period, options)],
    ['DID minutes', () => reports.minutes('did', period, options)],
  ];
  const findings: Finding[] = [];
  for (const [name, read] of reads) findings.push(await checkRight(`Right to ${name}`, read));
  return findings.every(isMissing) ? [...findings, NO_RIGHT] : findings;
}

const NO_RIGHT: Finding = {
  check: 'Rights',
  level: 'problem',
  found: 'The account has none of these rights, so no report can be read.',
  advice: "Ask the account's administrator, or Voxolib's support, about the account.",
};

const MISSING = 'The account does not have it.';

function isMissing({ found }: Finding): boolean {
  return found === MISSING;
}

async function checkRight(check: string, read: () => Promise<unknown>): Promise<Finding> {
  try {
    await read();
    return { check, level: 'ok', found: 'The account has it.' };
  } catch (error) {
    if (!isTelephonyError(error) || error.code !== 'FORBIDDEN') return failed(check, error);
    return { check, level: 'warning', found: MISSING, advice: error.message };
  }
}
