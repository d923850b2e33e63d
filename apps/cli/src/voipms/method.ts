/** What is known of a method of VoIP.ms, for help and completion. A method that is not listed can be called all the same. */
export interface MethodEntry {
  name: string;
  summary: string;
  /** The required ones end in `*`. */
  parameters: readonly string[];
  /** Which parameter a word without a name is: digits alone, and any other text. */
  word?: { digits: string; text: string };
}

/** Makes an entry of its name, its parameters in one text, and what it does. */
export function method(
  name: string,
  parameters: string,
  summary: string,
  word?: string | MethodEntry['word'],
): MethodEntry {
  const named = typeof word === 'string' ? { digits: word, text: word } : word;
  return { name, summary, parameters: parameters.split(' ').filter(Boolean), ...(named && { word: named }) };
}
