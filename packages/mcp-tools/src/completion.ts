import type { Caller } from './caller.ts';

/** What the values of an argument depend on. */
export interface CompletionContext {
  caller: Caller;
  /** Ends the work when the client has gone. */
  signal: AbortSignal;
  now: Date;
  /** The other arguments, as far as the person has given them. */
  given: Readonly<Record<string, string>>;
}

/** Every value that an argument can sensibly have, the likeliest first. */
export type CompletionSource = (context: CompletionContext) => readonly string[] | Promise<readonly string[]>;

export interface Completion {
  values: string[];
  total: number;
  hasMore: boolean;
}

/** No more values than this may be in one answer, says the protocol. */
const MOST = 100;

/** The candidates that begin with what has been typed, then those that contain it, whatever its case; spaces stand for `_`. */
export function completionOf(candidates: readonly string[], typed: string): Completion {
  const wanted = comparable(typed.trim());
  const beginning: string[] = [];
  const containing: string[] = [];
  for (const candidate of candidates) {
    const place = comparable(candidate).indexOf(wanted);
    if (place === 0) beginning.push(candidate);
    else if (place > 0) containing.push(candidate);
  }
  const values = [...beginning, ...containing];
  return { values: values.slice(0, MOST), total: values.length, hasMore: values.length > MOST };
}

function comparable(text: string): string {
  return text.toLowerCase().replaceAll(' ', '_');
}
