import { expect, it } from 'vitest';
import { textPaths } from '../../../test/support/text-paths.ts';
import { adminTexts } from './texts.ts';

it('says the same things in both languages, with the same blanks to fill', () => {
  const english = new Map(textPaths(adminTexts.en));
  const french = textPaths(adminTexts.fr);
  const marks = (text = '') => text.match(/`[^`]+`|\{\w+\}/g)?.sort() ?? [];
  expect(french.map(([path]) => path)).toEqual([...english.keys()]);
  for (const [path, text] of french) expect(marks(text), path).toEqual(marks(english.get(path)));
});

it.each(['en', 'fr'] as const)('has no empty text in %s', (language) => {
  expect(textPaths(adminTexts[language]).filter(([, text]) => text.trim() === '')).toEqual([]);
});
