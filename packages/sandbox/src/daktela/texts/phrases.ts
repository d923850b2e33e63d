import type { Language } from '../languages.ts';
import type { Topic } from '../world/topics.ts';
import { cs } from './cs.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** What is said in one language. */
export interface Phrases {
  subjects: Record<Topic, readonly string[]>;
  /** What a customer begins with. */
  requests: Record<Topic, readonly string[]>;
  /** What an agent answers: mostly well, sometimes not. */
  answers: Record<Topic, readonly string[]>;
  /** What a customer goes on with. */
  followUps: readonly string[];
  /** What colleagues tell each other. */
  comments: readonly string[];
  greeting: string;
  closing: string;
  /** The last line of a signature, which stands alone in some mails. */
  disclaimer: string;
  /** The line above what is quoted. `when` is `YYYY-MM-DD HH:MM`. */
  quoteHeader(when: string, who: string): string;
  welcome: string;
  goodbye: string;
  /** Short turns of a conversation. */
  small: readonly string[];
}

export const phrases: Record<Language, Phrases> = { cs, en, fr };

/** The entry that a number chooses. */
export function chosen<Entry>(entries: readonly Entry[], by: number): Entry | undefined {
  return entries[Math.abs(Math.floor(by)) % entries.length];
}
