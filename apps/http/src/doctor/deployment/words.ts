import type { Language } from '../../pages/language.ts';
import type { CheckName, Observation, ObservationCode } from './observation.ts';
import { words as en } from './words.en.ts';
import { words as fr } from './words.fr.ts';

/** `{name}` is filled in from the values of an observation. */
export interface ObservationWords {
  checks: Record<CheckName, string>;
  found: Record<ObservationCode, { found: string; advice?: string }>;
}

const wordsIn: Record<Language, ObservationWords> = { en, fr };

/** An observation as a person reads it. */
export function inWords(language: Language, { check, level, code, values }: Observation) {
  const { found, advice } = wordsIn[language].found[code];
  const title = wordsIn[language].checks[check];
  return {
    check: filled(title, values),
    level,
    found: filled(found, values),
    ...(advice !== undefined && { advice: filled(advice, values) }),
  };
}

function filled(text: string, values: Observation['values']): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
