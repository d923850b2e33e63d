import { isTelephonyError } from '@voxolib/telephony';
import { callVoxolib } from '../call.ts';
import type { Settings } from '../options.ts';
import { didsRequest } from '../requests.ts';
import { failed } from './advice.ts';
import type { Finding } from './finding.ts';

/** What a reply says beside its body. */
interface Exchange {
  status: number;
  milliseconds: number;
  date: string | null;
}

const CLOCK_TOLERANCE_S = 60;

export interface Reach {
  findings: Finding[];
  /** Whether more questions can be asked: something answers, and it does not refuse the token. */
  open: boolean;
}

/** Whether the API answers, whether its clock and ours agree, and whether it accepts the token. */
export async function checkReach(settings: Settings, signal: AbortSignal | undefined): Promise<Reach> {
  const { findings, error, exchange } = await look(settings, signal);
  if (exchange === undefined) return { findings, open: false };
  return { findings: [...findings, verdict(error)], open: exchange.status !== 401 };
}

/** The same without a word on the token. */
export async function lookFromOutside(settings: Settings): Promise<Finding[]> {
  const { findings, error, exchange } = await look(settings, undefined);
  // A refusal of the token is what was to be expected, and shows that it is the API that answers.
  const refused = exchange?.status === 401 || exchange?.status === 403;
  return exchange === undefined || refused || error === undefined
    ? findings
    : [...findings, failed('API answers', error)];
}

async function look(settings: Settings, signal: AbortSignal | undefined) {
  const exchanges: Exchange[] = [];
  const observed = { ...settings, fetch: observing(settings.fetch, exchanges) };
  const error: unknown = await callVoxolib(observed, signal, (read) => read(didsRequest(settings.contract))).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const exchange = exchanges.at(-1);
  if (exchange === undefined) return { findings: [failed('API reachable', error)], error, exchange };
  const found = `${settings.baseUrl} answered in ${Math.round(exchange.milliseconds)} ms.`;
  const findings: Finding[] = [{ check: 'API reachable', level: 'ok', found }, clock(exchange.date, settings.now())];
  return { findings, error, exchange };
}

function verdict(error: unknown): Finding {
  const check = 'Token accepted';
  const code = isTelephonyError(error) ? error.code : undefined;
  // Without the right to this read, the token is good all the same: the rights are looked at one by one.
  if (error === undefined || code === 'FORBIDDEN') {
    return { check, level: 'ok', found: 'Voxolib accepts this access token.' };
  }
  const finding = failed(check, error);
  return code === 'UNAUTHENTICATED' ? finding : { ...finding, found: `It could not be seen. ${finding.found}` };
}

function clock(header: string | null, now: Date): Finding {
  const check = 'Clock';
  const theirs = Date.parse(header ?? '');
  if (Number.isNaN(theirs)) return { check, level: 'ok', found: 'Voxolib does not say what time it is there.' };
  const seconds = Math.round(Math.abs(now.getTime() - theirs) / 1000);
  if (seconds <= CLOCK_TOLERANCE_S) return { check, level: 'ok', found: `It agrees with Voxolib's to ${seconds} s.` };
  return {
    check,
    level: 'warning',
    found: `It is ${seconds} s ${now.getTime() > theirs ? 'ahead of' : 'behind'} Voxolib's.`,
    advice: "Set this machine's clock, best by NTP: 'today' in reports follows it.",
  };
}

function observing(fetch: typeof globalThis.fetch, exchanges: Exchange[]): typeof globalThis.fetch {
  return async (...call) => {
    const start = performance.now();
    const response = await fetch(...call);
    const { status, headers } = response;
    exchanges.push({ status, milliseconds: performance.now() - start, date: headers.get('date') });
    return response;
  };
}
