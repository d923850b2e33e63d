/** The languages that people read our texts in. Models read English: tools and errors are in English alone. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** The same words in each language. */
export type Words = Readonly<Record<Language, string>>;

/** What stands between a name and what is said of it. */
export const colon: Words = { en: ': ', fr: ' : ' };

/** The language of this name; `undefined` when there is none. */
export function asLanguage(name: string | undefined): Language | undefined {
  return languages.find((language) => language === name);
}
