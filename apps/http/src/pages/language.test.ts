import fc from 'fast-check';
import { expect, it } from 'vitest';
import { languages, preferredLanguage } from './language.ts';

it.each([
  [{}, undefined, 'en'],
  [{}, '', 'en'],
  [{}, 'fr', 'fr'],
  [{}, 'fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
  [{}, 'en-GB, fr;q=0.9', 'en'],
  [{}, 'de, fr;q=0.7, en;q=0.3', 'fr'],
  [{}, 'fr;q=0.2, en;q=0.9', 'en'],
  [{}, 'FR-fr', 'fr'],
  [{}, 'fr;q=0, de', 'en'],
  [{}, 'fr;q=nonsense, en;q=0.1', 'en'],
  [{}, 'fro', 'en'],
  [{ lang: 'fr' }, 'en', 'fr'],
  [{ lang: 'en' }, 'fr', 'en'],
  [{ lang: 'de' }, 'fr', 'fr'],
  [{ lang: ['fr', 'en'] }, undefined, 'en'],
])('for %j and Accept-Language %j it is %s', (query, header, language) => {
  expect(preferredLanguage(query, header)).toBe(language);
});

it('is one of the languages, whatever is sent', () => {
  fc.assert(
    fc.property(fc.anything(), fc.string(), (query, header) => languages.includes(preferredLanguage(query, header))),
  );
});
