/** The languages of the pages; the first is for readers who ask for neither. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** What `?lang=` says, else what the browser prefers (RFC 9110 §12.5.4), else the first language. */
export function preferredLanguage(query: unknown, acceptLanguage: string | undefined): Language {
  return asked(query) ?? accepted(acceptLanguage ?? '') ?? languages[0];
}

function asked(query: unknown): Language | undefined {
  if (typeof query !== 'object' || query === null || !('lang' in query)) return undefined;
  return languages.find((language) => language === query.lang);
}

function accepted(header: string): Language | undefined {
  const ranges = header.split(',').flatMap((part) => {
    const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    const weight = quality === undefined ? 1 : Number(quality.slice(2));
    const language = languages.find((known) => range === known || range.startsWith(`${known}-`));
    return language !== undefined && weight > 0 ? [{ language, weight }] : [];
  });
  return ranges.sort((a, b) => b.weight - a.weight)[0]?.language;
}
