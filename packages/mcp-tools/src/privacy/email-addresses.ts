import type { Span } from './spans.ts';

const WORD = String.raw`[\p{L}\p{N}._+'-]`;
const DOMAIN = String.raw`[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*`;

/** As addresses are written, also in links, and with words for the signs where people hide them from machines or say them aloud. */
const WRITTEN = new RegExp(
  String.raw`(?<!${WORD})${WORD}+(?:@|＠|%40|\s?[([{]\s?(?:at|zavináč|arobase)\s?[)\]}]\s?)${DOMAIN}`,
  'giu',
);
const SPOKEN = new RegExp(
  String.raw`(?<!${WORD})${WORD}+\s(?:zavináč|arobase|at)\s${WORD}+(?:\s(?:tečka|point|dot)\s[\p{L}\p{N}]+)+`,
  'giu',
);

export function findEmailAddresses(text: string): Span[] {
  return [WRITTEN, SPOKEN].flatMap((form) =>
    [...text.matchAll(form)].map(({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
      key: emailKey(found),
    })),
  );
}

/** The same for every way to write one address. */
function emailKey(address: string): string {
  return address
    .toLowerCase()
    .replace(/\s?[([{]?\s?(?:\bat\b|zavináč|arobase)\s?[)\]}]?\s?|＠|%40/u, (sign, place) => (place > 0 ? '@' : sign))
    .replace(/\s(?:tečka|point|dot)\s/gu, '.')
    .trim();
}
