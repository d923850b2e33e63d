import type { KeptDay } from './kept-day.ts';

/** What an object takes beside its fields, and a field beside its texts. */
const OBJECT = 56;
const FIELD = 24;
const BYTES_A_CHARACTER = 2;
/** The cache's own lists, which know the entry by its key. */
const ENTRY = 400;

/** How much memory the kept days of a month take, rather too much than too little. */
export function monthBytes(key: string, days: ReadonlyMap<string, KeptDay<object>>): number {
  let bytes = ENTRY + textBytes(key);
  for (const kept of days.values()) bytes += FIELD + objectBytes(kept);
  return bytes;
}

function objectBytes(value: object): number {
  let bytes = OBJECT;
  for (const [name, part] of Object.entries(value)) {
    bytes += FIELD + textBytes(name);
    if (typeof part === 'string') bytes += textBytes(part);
    else if (typeof part === 'object' && part !== null) bytes += objectBytes(part);
  }
  return bytes;
}

function textBytes(text: string): number {
  return text.length * BYTES_A_CHARACTER;
}
