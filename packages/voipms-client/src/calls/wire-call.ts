import { TelephonyError } from '@voxolib/telephony';
import { comparable } from '../phone-number.ts';
import type { WireRow } from '../rows.ts';
import { readText } from '../scalars.ts';

const INBOUND_MARK = 'IN:';

/** Which way a call went, as far as its record says so. */
export function directionOf({ destination_type, description }: WireRow): 'inbound' | 'outbound' | 'unknown' {
  if (typeof destination_type === 'string' && destination_type !== '') {
    return destination_type.startsWith(INBOUND_MARK) ? 'inbound' : 'outbound';
  }
  return typeof description === 'string' && /^inbound/i.test(description) ? 'inbound' : 'unknown';
}

/** Finds the calls of one reply that were there before: VoIP.ms lists some inbound calls twice. */
export function createRepeatFinder(): { isRepeat(row: WireRow): boolean; readonly repeats: number } {
  const ids = new Set<unknown>();
  const byTime = new Map<unknown, WireRow | WireRow[]>();
  let repeats = 0;

  function isNew(row: WireRow): boolean {
    const { uniqueid, date } = row;
    if (uniqueid !== undefined && uniqueid !== '' && uniqueid !== null) {
      if (ids.has(uniqueid)) return false;
      ids.add(uniqueid);
    }
    // Nearly all times are those of one call: only the others are looked at more closely.
    const same = byTime.get(date);
    if (same === undefined) {
      byTime.set(date, row);
      return true;
    }
    const others = Array.isArray(same) ? same : [same];
    if (others.some((other) => isSameCall(other, row))) return false;
    byTime.set(date, [...others, row]);
    return true;
  }

  return {
    get repeats() {
      return repeats;
    },
    isRepeat(row) {
      const repeat = !isNew(row);
      if (repeat) repeats += 1;
      return repeat;
    },
  };
}

/** Also with another id: the inbound call that is listed twice has one with a name and one without. */
function isSameCall(one: WireRow, other: WireRow): boolean {
  return (
    String(one.seconds) === String(other.seconds) &&
    callerDigits(one) === callerDigits(other) &&
    comparable(String(one.destination)) === comparable(String(other.destination))
  );
}

function callerDigits({ callerid }: WireRow): string {
  const text = String(callerid ?? '');
  return comparable(/<([^>]*)>/.exec(text)?.[1] ?? text);
}

/** The warning about calls that were listed twice, if there were any. */
export function aboutRepeats(repeats: number): string[] {
  return repeats === 0 ? [] : [`VoIP.ms listed some calls twice; each is counted once: ${repeats}.`];
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
