import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Span } from './spans.ts';

/** Fewest digits of what is taken for a number in running text without an international prefix: amounts and dates have fewer. */
const FEWEST_DIGITS = 9;
const FEWEST_INTERNATIONAL = 7;
const MOST_DIGITS = 15;

const CANDIDATE = /(?<![\p{L}\p{N}_])(?:[+＋]\s?|\()?[0-9０-９](?:[\s\-‐-―−./()·•]{0,3}[0-9０-９])+(?![\p{L}_])/gu;
const DATE =
  /(?<![\d./-])(?:(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?|(?:0?[1-9]|[12]\d|3[01])[./]\s?(?:0?[1-9]|1[0-2])[./]\s?(?:19|20)\d\d)(?![\d./-]*\d)/gu;
const MONEY_AFTER = /^\s?(?:,-|Kč|CZK|EUR|€|\$|USD|£|GBP|zł|PLN|CHF)/iu;
const MONEY_BEFORE = /[€$£]\s?$/u;

/** Numbers in running text, in any notation. Dates and amounts of money are none. */
export function findPhoneNumbers(text: string): Span[] {
  const dates = [...text.matchAll(DATE)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
  const stops = [...dates, { start: text.length, end: text.length }];
  let place = 0;
  return stops.flatMap(({ start, end }) => {
    const before = place;
    place = end;
    return [...text.slice(before, start).matchAll(CANDIDATE)].flatMap(({ 0: found, index }) =>
      numbersIn(found, before + index, text),
    );
  });
}

function numbersIn(candidate: string, offset: number, text: string): Span[] {
  return single(candidate).flatMap(({ start, end }) => {
    const number = candidate.slice(start, end);
    const digits = digitsOf(number).length;
    const fewest = isInternational(number) ? FEWEST_INTERNATIONAL : FEWEST_DIGITS;
    const span = { start: offset + start, end: offset + end, key: phoneKey(number) };
    if (digits < fewest || MONEY_AFTER.test(text.slice(span.end)) || MONEY_BEFORE.test(text.slice(0, span.start))) {
      return [];
    }
    return [span];
  });
}

/** Numbers that stand in a row, one by one: a group that is long enough to be one is one, and none has too many digits. */
function single(candidate: string): { start: number; end: number }[] {
  const groups = [...candidate.matchAll(/\S+/gu)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    digits: digitsOf(found).length,
    whole: digitsOf(found).length >= FEWEST_DIGITS,
    opens: /^\(?(?:[+＋]|00[1-9]\d)/u.test(found),
  }));
  const numbers: (typeof groups)[number][] = [];
  for (const group of groups) {
    const last = numbers.at(-1);
    const apart = last === undefined || last.whole || group.opens || (group.whole && !last.opens && last.digits > 3);
    if (apart || last.digits + group.digits > MOST_DIGITS) numbers.push({ ...group });
    else Object.assign(last, { end: group.end, digits: last.digits + group.digits });
  }
  return numbers;
}

/**
 * What a number is known by, in every notation that says its country: `+` and its digits. Others by their digits alone, which
 * {@link sameNumbers} may find to be one of those.
 */
export function phoneKey(number: string): string {
  const digits = digitsOf(number);
  if (isInternational(number)) return international(digits.replace(/^00/, ''), number);
  // A switchboard leaves the plus away.
  if (digits.length >= 11 && !digits.startsWith('0') && parsePhoneNumberFromString(`+${digits}`)?.isPossible()) {
    return international(digits, digits);
  }
  return digits.replace(/^0+(?=\d{3})/, '');
}

/** Which key stands for each: one without a country is that of the only number that has these digits in its own country. */
export function sameNumbers(keys: Iterable<string>): (key: string) => string {
  const byNational = new Map<string, Set<string>>();
  for (const key of keys) {
    if (!key.startsWith('+')) continue;
    const national = parsePhoneNumberFromString(key)?.nationalNumber;
    if (national !== undefined) byNational.set(national, (byNational.get(national) ?? new Set()).add(key));
  }
  return (key) => {
    const [only, another] = byNational.get(key) ?? [];
    return only === undefined || another !== undefined ? key : only;
  };
}

function isInternational(number: string): boolean {
  return /^\(?\s?(?:[+＋]|00[1-9])/u.test(number);
}

function international(digits: string, written: string): string {
  const parsed = parsePhoneNumberFromString(written.replace(/^\(?\s?00/, '+').replace(/^\(?[+＋]?\s?/u, '+'));
  return parsed?.number ?? `+${digits}`;
}

function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/\D/g, '');
}
