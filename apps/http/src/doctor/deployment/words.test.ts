import { expect, it } from 'vitest';
import { connectTextsIn } from '../../pages/connect/texts.ts';
import { words as en } from './words.en.ts';
import { words as fr } from './words.fr.ts';

/** Every text with the way to it. */
function paths(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value ?? {}).flatMap(([name, part]) => paths(part, `${path}.${name}`));
}

it.each([
  ['of the doctor', en, fr],
  ['of the page about connecting', connectTextsIn.en, connectTextsIn.fr],
])('the words %s say the same in both languages, and fill in the same', (_, english, french) => {
  const inFrench = new Map(paths(french));
  expect([...inFrench.keys()].sort()).toEqual(
    paths(english)
      .map(([path]) => path)
      .sort(),
  );
  const marks = (text = '') => text.match(/\{\w+\}|\b[A-Z]+_[A-Z_]+\b|\/[a-z/-]{4,}/g)?.sort() ?? [];
  for (const [path, text] of paths(english)) {
    expect(text.trim(), path).not.toBe('');
    expect(marks(inFrench.get(path)), path).toEqual(marks(text));
  }
});

it('whatever is a warning or a problem comes with what to do', () => {
  const withoutAdvice = Object.entries(en.found).filter(([, { advice }]) => advice === undefined);
  expect(withoutAdvice.map(([code]) => code)).toEqual([
    'reached',
    'arrives',
    'asks-to-sign-in',
    'asks-for-a-token',
    'authorization-arrives',
    'metadata-right',
    'client-fits',
    // Its cause stands before it.
    'client-lost',
    'origins-right',
    'hosts-right',
    'stream-flows',
    'redirects-right',
    'clock-right',
    'clock-unknown',
  ]);
});
