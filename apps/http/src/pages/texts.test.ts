import { expect, it } from 'vitest';
import { everyTool } from '../../test/support/docs-page-server.ts';
import { argumentsOf } from './schema-words.ts';
import { textsIn } from './texts.ts';

/** Every text with the way to it, such as `token.errors.secretKey`. */
function paths(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value ?? {}).flatMap(([name, part]) => paths(part, `${path}.${name}`));
}

const texts = (language: 'en' | 'fr') => {
  const { translations: _, ...tools } = textsIn[language].tools;
  return paths({ ...textsIn[language], tools });
};

it('says the same things in both languages', () => {
  expect(texts('fr').map(([path]) => path)).toEqual(texts('en').map(([path]) => path));
});

it.each(['en', 'fr'] as const)('has no empty text in %s', (language) => {
  expect(texts(language).filter(([, text]) => text.trim() === '')).toEqual([]);
});

it('names the same code and the same figures in both languages', () => {
  const english = new Map(texts('en'));
  const marks = (text = '') => text.match(/`[^`]+`|\{\w+\}/g)?.sort() ?? [];
  for (const [path, text] of texts('fr')) expect(marks(text), path).toEqual(marks(english.get(path)));
});

it.each(everyTool.map((tool) => [tool.name, tool] as const))(
  'has %s in French, with its arguments (tools.fr.ts)',
  (name, tool) => {
    const translation = textsIn.fr.tools.translations[name];
    const names = argumentsOf(tool.inputSchema).map((argument) => argument.name);
    expect(Object.keys(translation?.arguments ?? {}).sort()).toEqual(names.sort());
    expect(translation?.title).toBeTruthy();
    expect(translation?.description).toBeTruthy();
  },
);
