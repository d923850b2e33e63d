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
      const timeHash = hashOf(String(row.seconds)) ^ Math.floor(at / 1000);
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

function callerDigits(text: string): string {
  return comparable(/<([^>]*)>/.exec(text)?.[1] ?? text);
}

/** The warning about calls that were listed twice, without how many. */
export const LISTED_TWICE = 'VoIP.ms listed some calls twice; each is counted once';

/** The warning, if there were any. */
export function aboutRepeats(repeats: number): string[] {
  return repeats === 0 ? [] : [`${LISTED_TWICE}: ${repeats}.`];
}
