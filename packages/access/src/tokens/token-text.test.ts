import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeTokenText, readTokenId } from './token-text.ts';

const token = fc.constant(undefined).map(makeTokenText);
const letter = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_');

it('has the form that scanners look for, and is selected by a double click', () => {
  fc.assert(
    fc.property(token, ({ id, text }) => {
      expect(text).toMatch(/^vx_mcp_[0-9A-Za-z]{12}_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}$/);
      expect(text).toMatch(/^\w+$/);
      expect(readTokenId(text)).toBe(id);
    }),
  );
});

it('is made anew each time', () => {
  const texts = Array.from({ length: 500 }, makeTokenText);
  expect(new Set(texts.map(({ id }) => id)).size).toBe(500);
  expect(new Set(texts.map(({ text }) => text.slice(20, 63))).size).toBe(500);
  // Each letter and digit is somewhere in it: 27,500 characters that lack one of 62 do not happen.
  const used = new Set(texts.flatMap(({ text }) => [...text.slice(7, 19), ...text.slice(20, 63)]));
  expect(used.size).toBe(62);
});

it('notices every wrong, missing, added or swapped character', () => {
  fc.assert(
    fc.property(token, fc.nat(69), letter, ({ text }, at, other) => {
      const wrong = text.slice(0, at) + other + text.slice(at + 1);
      if (wrong !== text) expect(readTokenId(wrong)).toBeUndefined();
      expect(readTokenId(text.slice(0, at) + text.slice(at + 1))).toBeUndefined();
      expect(readTokenId(text.slice(0, at) + other + text.slice(at))).toBeUndefined();
      const swapped = text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
      if (swapped !== text) expect(readTokenId(swapped)).toBeUndefined();
    }),
    { numRuns: 1_000 },
  );
});

it('reads nothing out of anything else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), token, (noise, { text }) => {
      expect(readTokenId(noise)).toBeUndefined();
      expect(readTokenId(`${text}\n`)).toBeUndefined();
      if (noise !== '') expect(readTokenId(text + noise)).toBeUndefined();
    }),
  );
});

it('has the checksum that others compute', () => {
  // CRC-32 of the text before the last underscore, in base 62 with digits, capitals, small letters.
  const body = `vx_mcp_${'0'.repeat(12)}_${'0'.repeat(43)}`;
  expect(readTokenId(`${body}_4Et0SZ`)).toBe('0'.repeat(12));
});
