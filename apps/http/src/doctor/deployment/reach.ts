import { isCertificateFault } from '@voxolib/client/doctor';
import type { Answer } from './ask.ts';
import { type Deployment, jsonObject } from './deployment.ts';
import { type Observation, type ObservationCode, ok, problem } from './observation.ts';

const NO_SERVER_BEHIND: ReadonlySet<number> = new Set([502, 503, 504]);

/** Whether this server answers at its public address. Without that there is nothing else to look at. */
export async function reach({ publicUrl, ask }: Deployment): Promise<{ seen: Observation; answer?: Answer }> {
  const values = { origin: publicUrl.origin };
  let answer: Answer;
  try {
    answer = await ask(new URL('/healthz', publicUrl));
  } catch (error) {
    const reason = reasonOf(error);
    return { seen: problem('reach', codeOf(reason), { ...values, reason }) };
  }
  const status = String(answer.status);
  if (NO_SERVER_BEHIND.has(answer.status)) {
    return { seen: problem('reach', 'proxy-finds-no-server', { ...values, status }) };
  }
  const { version } = jsonObject(answer.text) ?? {};
  if (answer.status !== 200 || typeof version !== 'string') {
    return { seen: problem('reach', 'another-server', { ...values, status }) };
  }
  return { seen: ok('reach', 'reached', { ...values, version }), answer };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'AbortError') return 'no answer in time';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

function codeOf(reason: string): ObservationCode {
  if (reason === 'ENOTFOUND' || reason === 'EAI_AGAIN') return 'name-unknown';
  if (reason === 'ECONNREFUSED') return 'nothing-listens';
  return isCertificateFault(reason) ? 'certificate-refused' : 'unreachable';
}
