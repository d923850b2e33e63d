import fc from 'fast-check';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { expect, test, vi } from 'vitest';
import { countingBetweenNumbers } from './token-count.ts';

const count = countingBetweenNumbers(countTokens);

test('every number of up to three digits is one token', () => {
  for (let number = 0; number < 1000; number++) {
    for (const digits of [String(number), String(number).padStart(2, '0'), String(number).padStart(3, '0')]) {
      expect(countTokens(digits)).toBe(1);
    }
  }
});

test('any text has as many tokens as the tokenizer says', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ' ',
      '  ',
      '\n',
      ' \n',
      '\r\n',
      '\t',
      '|',
      ' | ',
      '{"',
      '":',
      '","',
      '}},{',
      "'s",
      "'LL",
      '/',
      '-',
      ':',
      '.',
    ),
    fc.constantFrom(
      'date',
      'status_breakdown',
      'noAnswer',
      'BUSY',
      'x',
      'é',
      '٣',
      '²',
      '½',
      '😀',
      'e\u0301',
      '\u2028',
      'Ⅷ',
    ),
    fc.integer().map(String),
    fc.stringMatching(/^[0-9]{1,9}$/),
    fc.string(),
    fc.string({ unit: 'binary' }),
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, (given) => {
      expect(count(given)).toBe(countTokens(given));
    }),
    { numRuns: 3000 },
  );
});

test('rows that differ in their numbers are looked at once', () => {
  const tokenizer = vi.fn(countTokens);
  const counting = countingBetweenNumbers(tokenizer);
  const rows = (first: number) => Array.from({ length: 50 }, (_, index) => ({ total: first + index, answered: index }));
  counting(JSON.stringify(rows(100)));
  tokenizer.mockClear();
  const other = JSON.stringify(rows(90_000));
  expect(counting(other)).toBe(countTokens(other));
  // What follows the last number is all that is left.
  expect(tokenizer.mock.calls).toEqual([['}]']]);
});

test('a long text between numbers is counted, and forgotten', () => {
  const tokenizer = vi.fn(countTokens);
  const counting = countingBetweenNumbers(tokenizer);
  const long = `${'word '.repeat(100)}1`;
  for (let turn = 0; turn < 2; turn++) expect(counting(long)).toBe(countTokens(long));
  expect(tokenizer).toHaveBeenCalledTimes(2);
});
