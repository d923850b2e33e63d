import type { z } from 'zod';
import { plain } from './text.ts';

/** Longest text of one field that comes from outside. */
const LONGEST = 2000;

/**
 * What a vendor sent, as an answer may hold it: only the fields of `schema`, and no text in it with line breaks, control characters or
 * characters that reorder what a reader sees. Names, notes and words of calls are anybody's: data, never instructions.
 */
export function foreign<Schema extends z.ZodType>(schema: Schema, data: unknown): z.output<Schema> {
  return clean(schema.parse(data)) as z.output<Schema>;
}

/** The same, for data whose fields are the vendor's own. */
export function clean(data: unknown): unknown {
  if (typeof data === 'string') return cut(plain(data).trim());
  if (Array.isArray(data)) return data.map(clean);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([name, part]) => [plain(name), clean(part)]));
}

/** What somebody said, between marks that it cannot contain itself. */
export function fenced(words: string): string {
  return `⟦${cut(plain(words).replaceAll('⟦', '(').replaceAll('⟧', ')').trim())}⟧`;
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
