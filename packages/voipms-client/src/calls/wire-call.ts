import { TelephonyError } from '@voxolib/telephony';
import type { WireRow } from '../rows.ts';
import { readText } from '../scalars.ts';

/** What VoIP.ms calls the ways that a call can go. */
export const callTypes = { inbound: 'incoming', outbound: 'outgoing' } as const;

const INBOUND_MARK = 'IN:';

/** Which way a call went, as far as its record says so. */
export function directionOf({ destination_type, description }: WireRow): 'inbound' | 'outbound' | 'unknown' {
  if (typeof destination_type === 'string' && destination_type !== '') {
    return destination_type.startsWith(INBOUND_MARK) ? 'inbound' : 'outbound';
  }
  return typeof description === 'string' && /^inbound/i.test(description) ? 'inbound' : 'unknown';
}

function misfit(method: string, place: number, problem: string): TelephonyError {
  return new TelephonyError('BAD_RESPONSE', `In VoIP.ms's reply to ${method}, row ${place} ${problem}.`, {
    provider: 'voipms',
    detail: { method, row: place },
  });
}

/** A vendor's time as an instant. @throws BAD_RESPONSE when it is none. */
export function readTime(clock: (text: string) => number, row: WireRow, field: string, where: [string, number]): Date {
  const at = clock(readText(row[field]) ?? '');
  if (Number.isNaN(at)) throw misfit(...where, `has no time in ${field}`);
  return new Date(at);
}
