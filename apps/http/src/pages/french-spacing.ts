const NO_BREAK = '\u00a0';
const NARROW_NO_BREAK = '\u202f';

/**
 * Sets the spaces and apostrophes that French asks for in every text of `texts`, however deep.
 * What stands between backticks is code and stays as it is.
 */
export function withFrenchSpacing<Texts>(texts: Texts): Texts {
  if (typeof texts === 'string') return spaced(texts) as Texts;
  if (Array.isArray(texts)) return texts.map(withFrenchSpacing) as Texts;
  if (typeof texts !== 'object' || texts === null) return texts;
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, withFrenchSpacing(text)])) as Texts;
}

function spaced(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : prose(part)))
    .join('');
}

function prose(text: string): string {
  return text
    .replaceAll("'", '’')
    .replaceAll(/ ([;!?])/g, `${NARROW_NO_BREAK}$1`)
    .replaceAll(/ ([:%»])/g, `${NO_BREAK}$1`)
    .replaceAll('« ', `«${NO_BREAK}`);
}
