import { expect, it } from 'vitest';
import { signInTexts } from './texts.ts';

/** Every text with the way to it, such as `.signIn.errors.secretKey`. */
function paths(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([name, part]) => paths(part, `${path}.${name}`));
}

it('says the same things in both languages, with the same blanks to fill', () => {
  const english = new Map(paths(signInTexts.en));
  const french = paths(signInTexts.fr);
  const marks = (text = '') => text.match(/`[^`]+`|\{\w+\}/g)?.sort() ?? [];
  expect(french.map(([path]) => path)).toEqual([...english.keys()]);
  for (const [path, text] of french) expect(marks(text), path).toEqual(marks(english.get(path)));
});

it.each(['en', 'fr'] as const)('has no empty text in %s', (language) => {
  expect(paths(signInTexts[language]).filter(([, text]) => text.trim() === '')).toEqual([]);
});
