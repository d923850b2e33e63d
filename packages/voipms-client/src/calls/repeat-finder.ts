import { comparable } from '../phone-number.ts';
import type { WireRow } from '../rows.ts';
import { createHashIndex, hashOf } from './hash-index.ts';
import { createKeptTexts } from './kept-texts.ts';

/** Finds the calls of one reply that were there before: VoIP.ms lists some inbound calls twice. */
export interface RepeatFinder {
  /** Whether the call of this row, which began at `at` (epoch milliseconds), was there before. */
  isRepeat(row: WireRow, at: number): boolean;
  /** Forgets all calls, and says how many were repeats. */
  end(): number;
}

/** The texts of a call that are kept, one after the other. */
const [ID, SECONDS, DESTINATION, CALLER, TEXTS] = [0, 1, 2, 3, 4];

/** Keeps some hundred bytes of each call. It compares what calls say and never only a hash of it. */
export function createRepeatFinder(): RepeatFinder {
  const texts = createKeptTexts();
  const byId = createHashIndex();
  const byTime = createHashIndex();
  let times = new Float64Array(1024);
  let calls = 0;
  let repeats = 0;

  function keep(at: number, id: string, idHash: number, timeHash: number, row: WireRow): void {
    for (const text of [id, String(row.seconds), String(row.destination), String(row.callerid ?? '')]) texts.add(text);
    byId.add(idHash);
    byTime.add(timeHash);
    if (calls === times.length) {
      const more = new Float64Array(calls * 2);
      more.set(times);
      times = more;
    }
    times[calls] = at;
    calls += 1;
  }

  /** Also with another id: the inbound call that is listed twice has one with a name and one without. */
  function isSameCall(call: number, { seconds, destination, callerid }: WireRow): boolean {
    const first = call * TEXTS;
    return (
      texts.is(first + SECONDS, String(seconds)) &&
      callerDigits(texts.at(first + CALLER)) === callerDigits(String(callerid ?? '')) &&
      comparable(texts.at(first + DESTINATION)) === comparable(String(destination))
    );
  }

  return {
    isRepeat(row, at) {
      const id = String(row.uniqueid ?? '');
      const timeHash = hashOfCall(row, at);
      // Calls without an id must not all be in one place.
      const idHash = id === '' ? timeHash : hashOf(id);
      const known =
        (id === '' ? undefined : byId.find(idHash, (call) => texts.is(call * TEXTS + ID, id))) ??
        byTime.find(timeHash, (call) => times[call] === at && isSameCall(call, row));
      if (known === undefined) keep(at, id, idHash, timeHash, row);
      else repeats += 1;
      return known !== undefined;
    },
    end() {
      for (const part of [texts, byId, byTime]) part.free();
      return repeats;
    },
  };
}

/** The same for the same call, however its numbers are written; different for nearly all others, also of a second with many. */
function hashOfCall({ seconds, destination, callerid }: WireRow, at: number): number {
  const caller = lastDigits(callerPart(String(callerid ?? '')));
  return (
    hashOf(String(seconds)) ^
    Math.floor(at / 1000) ^
    Math.imul(caller, 31) ^
    Math.imul(lastDigits(String(destination)), 37)
  );
}

/** The last six digits of a number, which are the same in all its notations. */
function lastDigits(text: string): number {
  let [digits, scale] = [0, 1];
  for (let index = text.length - 1; index >= 0 && scale < 1_000_000; index -= 1) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) continue;
    digits += digit * scale;
    scale *= 10;
  }
  return digits;
}

function callerDigits(text: string): string {
  return comparable(callerPart(text));
}

/** What stands between angle brackets; where none are, all. */
function callerPart(text: string): string {
  const start = text.indexOf('<') + 1;
  const end = start === 0 ? -1 : text.indexOf('>', start);
  return end === -1 ? text : text.slice(start, end);
}

/** The warning about calls that were listed twice, without how many. */
export const LISTED_TWICE = 'VoIP.ms listed some calls twice; each is counted once';

/** The warning, if there were any. */
export function aboutRepeats(repeats: number): string[] {
  return repeats === 0 ? [] : [`${LISTED_TWICE}: ${repeats}.`];
}
