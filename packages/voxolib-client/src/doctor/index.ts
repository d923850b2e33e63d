import { addDays, DEFAULT_TIME_ZONE, dateIn, isTelephonyError, type Period } from '@voxolib/telephony';
import { fingerprint } from '@voxolib/token';
import { isCertificateFault as isFaultOfCertificate } from '@voxolib/upstream';
import { createUpstreamGuard } from '../guard.ts';
import { readOptions, type Settings, type VoxolibOptions } from '../options.ts';
import { failed } from './advice.ts';
import { checkContractFit } from './contract-fit.ts';
import type { Finding } from './finding.ts';
import { checkReach, lookFromOutside } from './reach.ts';
import { checkRights } from './rights.ts';

export { reportFindings } from './report-findings.ts';
export type { Finding };

/** Whether the code of a failed connection says that the certificate is not trusted. */
export const isCertificateFault: (code: string) => boolean = isFaultOfCertificate;

/**
 * Looks at everything between a program and its Voxolib account: credential, address, clocks, rights, and with
 * `contract` also whether each reply has the shape that the client expects. Failures are findings;
 * only the caller's own abort rejects.
 */
export async function diagnose(
  options: VoxolibOptions,
  { contract = false, signal }: { contract?: boolean; signal?: AbortSignal } = {},
): Promise<Finding[]> {
  const findings: Finding[] = [];
  try {
    const settings = { ...readOptions(options), guard: createUpstreamGuard({ breaker: { failures: 1000 } }) };
    findings.push(await checkForm(settings));
    const reach = await checkReach(settings, signal);
    findings.push(...reach.findings);
    if (!reach.open) return findings;
    findings.push(...(await checkRights(settings, lastDays(settings, 1), signal)));
    if (contract) findings.push(...(await checkContractFit(settings, lastDays(settings, 7), signal)));
    return findings;
  } catch (error) {
    if (signal?.aborted === true || !isTelephonyError(error)) throw error;
    return [...findings, failed('Settings', error)];
  }
}

/** Whether the API answers and the clocks agree, asked with a token that nobody has, for a program without an account. */
export async function diagnoseReach(options: Omit<VoxolibOptions, 'token' | 'publicKey' | 'secretKey'>) {
  try {
    const settings = { ...readOptions({ ...options, token: NOBODYS_TOKEN }), guard: createUpstreamGuard() };
    return await lookFromOutside(settings);
  } catch (error) {
    return [failed('Settings', error)];
  }
}

const NOBODYS_TOKEN = `doctor.${'0'.repeat(64)}`;

async function checkForm(settings: Settings): Promise<Finding> {
  const mark = await fingerprint(await settings.token());
  const found = `It has the form <public key>.<64 hex digits>. Its fingerprint in logs is ${mark}.`;
  return { check: 'Token form', level: 'ok', found };
}

/** Days that are over, so that they do not change while they are looked at. */
function lastDays({ now }: Settings, days: number): Period {
  const tz = DEFAULT_TIME_ZONE;
  const end_date = addDays(dateIn(tz, now()), -1);
  return { start_date: addDays(end_date, 1 - days), end_date, tz };
}
