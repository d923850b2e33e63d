import type { CompletionContext, CompletionSource } from './completion.ts';
import type { Language, Words } from './language.ts';
import type { Requirements } from './selection.ts';

export interface PromptArgument {
  readonly name: string;
  readonly description: Words;
  readonly required?: boolean;
  readonly complete?: CompletionSource;
  /** Throws INVALID_INPUT for a value that cannot be meant. */
  check?(value: string, context: Omit<CompletionContext, 'signal'>): void;
}

/** The arguments of a prompt as a person gave them; what was left empty is absent. */
export type Given = Readonly<Record<string, string>>;

/** A call that a prompt asks the model to make. */
export interface SuggestedCall {
  tool: string;
  arguments: Readonly<Record<string, unknown>>;
}

/** What a prompt says in one language. It has a name in each, because the name is what people pick. */
export interface PromptWords {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly goal: string;
  /** What each suggested call is for, in their order. */
  readonly purposes: readonly string[];
  /** What to do with the answers, and which calls follow from them. */
  readonly next?: readonly string[];
  /** The parts of the answer, in their order. */
  readonly layout: readonly string[];
}

/**
 * A question that people ask often, put so that a model answers it from computed figures or from what was really said. Offered where
 * every tool that it suggests is.
 */
export interface Prompt extends Requirements {
  /** What the answers are made of: figures, unless it is what people wrote and said. */
  readonly about?: 'figures' | 'conversations';
  readonly arguments: readonly PromptArgument[];
  /** Every tool that `calls`, or the words, may name. */
  readonly tools: readonly string[];
  calls(given: Given, language: Language): readonly SuggestedCall[];
  readonly words: Readonly<Record<Language, PromptWords>>;
}
