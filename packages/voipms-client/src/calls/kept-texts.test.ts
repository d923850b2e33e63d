import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createKeptTexts } from './kept-texts.ts';

test('texts are kept as they are, of any length and with any characters', () => {
  const text = fc.oneof(
    { weight: 9, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
    fc.constantFrom('', 'é\u0000ÿ', '\ud800', '\u0100', 'x'.repeat(65_535), 'y'.repeat(65_536), 'z'.repeat(65_537)),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 50 }), text, (some, other) => {
      const kept = createKeptTexts();
      for (const each of some) kept.add(each);
      some.forEach((each, index) => {
        expect(kept.at(index)).toBe(each);
        expect(kept.is(index, each)).toBe(true);
        expect(kept.is(index, other)).toBe(each === other);
        expect(kept.is(index, '')).toBe(each === '');
      });
    }),
  );
});

test('many of them too', () => {
  const kept = createKeptTexts();
  for (let index = 0; index < 40_000; index += 1) kept.add(`text ${index}`);
  for (let index = 0; index < 40_000; index += 1) expect(kept.at(index)).toBe(`text ${index}`);
});
