/** The languages of users, of customers and of what the API says about errors. */
const LANGUAGES = ['cs', 'en', 'fr'] as const;

export type Language = (typeof LANGUAGES)[number];

/** The first of these languages, as of `Accept-Language`, that the API speaks. */
export function languageIn(text: string | undefined): Language | undefined {
  const asked = (text ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return LANGUAGES.find((language) => language === asked.find((one) => LANGUAGES.some((known) => known === one)));
}
