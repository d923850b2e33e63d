import type { KeptDay } from './kept-day.ts';

const BYTES_A_CHARACTER = 2;
/** The cache's own lists, which know the month by its key. */
const MONTH = 400;
/** A day with the fields that all days have. */
const DAY = 300;
/** A day's part of a warning; its words are those of all days. */
const COUNTED = 200;
/** A field whose name is the vendor's own, as statuses are: no two days need have the same. */
const OPEN_FIELD = 72;

/** How much memory the kept days of a month take: measured, and rather too much than too little. */
export function monthBytes(key: string, days: ReadonlyMap<string, KeptDay<object>>): number {
  let bytes = MONTH + key.length * BYTES_A_CHARACTER;
  for (const { day, counted = [] } of days.values()) {
    bytes += DAY + counted.length * COUNTED;
    for (const part of Object.values(day)) if (typeof part === 'object' && part !== null) bytes += openBytes(part);
  }
  return bytes;
}

function openBytes(fields: object): number {
  return Object.keys(fields).reduce((bytes, name) => bytes + OPEN_FIELD + name.length * BYTES_A_CHARACTER, 0);
}
