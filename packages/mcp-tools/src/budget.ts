import { TelephonyError } from '@voxolib/telephony';
import { z } from 'zod';
import { countingBetweenNumbers } from './token-count.ts';

/** Largest answer unless the caller says otherwise: the text and the structured content together, in tokens. */
export const DEFAULT_MAX_TOKENS = 8000;

/** The argument by which a caller sets the size of an answer. */
export const MaxTokens = z
  .int()
  .min(500)
  .max(24_000)
  .default(DEFAULT_MAX_TOKENS)
  .describe(
    'Largest size of the answer in tokens, text and structured content together; a longer one is made coarser, and says so',
  );

/** Counts tokens as o200k_base does. It is large, so it is loaded for the first answer that may be too long, and not before. */
let counter: Promise<(text: string) => number> | undefined;

/** A status may be named like one of a tokenizer's own marks; it is text all the same. */
const AS_TEXT = { disallowedSpecial: new Set<string>() };

/**
 * How many tokens these texts have, or a bound that suffices: no tokenizer makes more than one token of a byte, so what has no more
 * bytes than `enough` is not counted at all.
 */
export async function countTokens(texts: readonly string[], enough: number): Promise<number> {
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (bytes <= enough) return bytes;
  counter ??= import('gpt-tokenizer/encoding/o200k_base').then((encoding) =>
    countingBetweenNumbers((text) => encoding.countTokens(text, AS_TEXT)),
  );
  const count = await counter;
  return texts.reduce((sum, text) => sum + count(text), 0);
}

const coarserForms = new WeakMap<object, (share: number) => object | undefined>();

/**
 * Says how an answer gets smaller, should it not fit: `next` makes a coarser form, which says in a sentence that it is one. Its
 * totals are the same. It may have a coarser form in turn. `share` is how much of this one fits, below 1: an answer of rows that weigh
 * alike need not halve them until they do.
 */
export function orCoarser<Data extends object>(data: Data, next: (share: number) => Data | undefined): Data {
  coarserForms.set(data, next);
  return data;
}

/**
 * The data itself, or the first coarser form of it whose size, measured by `sizeOf`, is within `maxTokens`.
 * @throws INVALID_INPUT when even the coarsest does not fit; it names what would.
 */
export async function fit(data: object, maxTokens: number, sizeOf: (data: object) => Promise<number>): Promise<object> {
  let fitting = data;
  for (let size = await sizeOf(fitting); size > maxTokens; size = await sizeOf(fitting)) {
    const next = coarserForms.get(fitting)?.(maxTokens / size);
    if (next === undefined) {
      throw new TelephonyError(
        'INVALID_INPUT',
        `The answer would have ${size} tokens, and ${maxTokens} are allowed. Ask for a shorter period or fewer groups, or raise max_tokens.`,
        { field: 'max_tokens' },
      );
    }
    fitting = next;
  }
  return fitting;
}
