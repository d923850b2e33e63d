/** The languages that people read our texts in. Models read English: tools and errors are in English alone. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** The same words in each language. */
export type Words = Readonly<Record<Language, string>>;
