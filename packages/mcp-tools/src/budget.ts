import { TelephonyError } from '@voxolib/telephony';
import { z } from 'zod';

/** Largest answer unless the caller says otherwise: the text and the structured content together, in tokens. */
export const DEFAULT_MAX_TOKENS = 8000;

/** The argument by which a caller sets the size of an answer. */
export const MaxTokens = z
  .int()
  .min(500)
  .max(24_000)
  .default(DEFAULT_MAX_TOKENS)
  .describe('Largest size of the answer in tokens; a longer one is made coarser, and says so');

/**
 * At most how many tokens a text has. What answers are made of, digits, dates, short words and punctuation, has more than two
 * characters a token in the tokenizers that we know; characters outside ASCII count a token for each byte, which no tokenizer exceeds.
 */
export function tokenBound(text: string): number {
  return Math.ceil(text.length / 2) + (Buffer.byteLength(text) - text.length);
}

const coarserForms = new WeakMap<object, () => object | undefined>();

/**
 * Says how an answer gets smaller, should it not fit: `next` makes a coarser form, which says in a sentence that it is one. Its
 * totals are the same. It may have a coarser form in turn.
 */
export function orCoarser<Data extends object>(data: Data, next: () => Data | undefined): Data {
  coarserForms.set(data, next);
  return data;
}

/**
 * The data itself, or the first coarser form of it whose size, measured by `sizeOf`, is within `maxTokens`.
 * @throws INVALID_INPUT when even the coarsest does not fit; it names what would.
 */
export function fit(data: object, maxTokens: number, sizeOf: (data: object) => number): object {
  let fitting = data;
  for (let size = sizeOf(fitting); size > maxTokens; size = sizeOf(fitting)) {
    const next = coarserForms.get(fitting)?.();
    if (next === undefined) {
      throw new TelephonyError(
        'INVALID_INPUT',
        `The answer would have up to ${size} tokens, and ${maxTokens} are allowed. Ask for a shorter period or fewer groups, or raise max_tokens.`,
        { field: 'max_tokens' },
      );
    }
    fitting = next;
  }
  return fitting;
}
