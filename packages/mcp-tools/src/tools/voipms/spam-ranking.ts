import type { CallDetail } from '@voxolib/telephony';
import { familyOf, type StatusFamilies } from '@voxolib/telephony/reports';
import { plain } from '../../text.ts';
import { median } from './call-counts.ts';

/** A caller who may be a nuisance, and why, in numbers. */
export interface Suspect {
  number: string;
  name?: string;
  score: number;
  calls: number;
  answered: number;
  median_s: number;
  numbers_called: number;
  first_at: string;
  last_at: string;
  reasons: string[];
}

const SHORT_S = 15;

/**
 * Inbound callers with at least `minCalls` calls whom `known` does not know, the likeliest nuisance first. Every point of a score has its
 * reason beside it: a call after the first 1 each (5 at most), few answered 2, hangs up at once 2, several numbers called 1 each (3 at most),
 * no name or one in capitals 1, a name that says it 3.
 */
export function rankSuspects(
  calls: readonly CallDetail[],
  options: { minCalls: number; families: StatusFamilies; known: (number: string) => boolean },
): Suspect[] {
  const byCaller = new Map<string, CallDetail[]>();
  for (const call of calls) {
    if (call.direction !== 'inbound' || !/\d{3}/.test(call.from) || options.known(call.from)) continue;
    const own = byCaller.get(call.from);
    if (own === undefined) byCaller.set(call.from, [call]);
    else own.push(call);
  }
  return [...byCaller]
    .filter(([, own]) => own.length >= options.minCalls)
    .map(([number, own]) => suspect(number, own, options.families))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || other.calls - one.calls || (one.number < other.number ? -1 : 1));
}

function suspect(number: string, calls: readonly CallDetail[], families: StatusFamilies): Suspect {
  const answered = calls.filter(({ status }) => familyOf(status, families) === 'answered');
  const median_s = median(answered.map(({ duration_s }) => duration_s));
  const numbers_called = new Set(calls.map(({ to }) => to)).size;
  const name = plain(calls.find(({ from_name }) => from_name !== undefined)?.from_name ?? '').trim();
  const times = calls.map(({ at }) => at).sort();
  const signs: [points: number, reason: string][] = [];
  if (calls.length > 1) signs.push([Math.min(5, calls.length - 1), `${calls.length} calls`]);
  if (answered.length * 2 < calls.length) signs.push([2, `${answered.length} of ${calls.length} answered`]);
  if (answered.length > 0 && median_s < SHORT_S)
    signs.push([2, `half of the answered calls are over in ${median_s} s`]);
  if (numbers_called > 1) signs.push([Math.min(3, numbers_called - 1), `called ${numbers_called} of your numbers`]);
  if (/\b(spam|scam|fraud|robo)/i.test(name)) signs.push([3, 'its own name says so']);
  else if (name === '') signs.push([1, 'no name']);
  else if (name.length > 3 && name === name.toUpperCase()) signs.push([1, 'name all in capitals']);
  return {
    number,
    ...(name !== '' && { name }),
    score: signs.reduce((sum, [points]) => sum + points, 0),
    calls: calls.length,
    answered: answered.length,
    median_s,
    numbers_called,
    first_at: times[0] ?? '',
    last_at: times.at(-1) ?? '',
    reasons: signs.map(([points, reason]) => `${reason} (+${points})`),
  };
}
