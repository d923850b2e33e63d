import { TelephonyError } from '@voxolib/telephony';
import { z } from 'zod';
import { MaxTokens, orCoarser } from './budget.ts';

/** The arguments of every tool that lists. */
export const pageInput = {
  limit: z.int().min(1).max(1000).default(50).describe('Most rows'),
  cursor: z.string().max(300).optional().describe('next_cursor of the answer before'),
  max_tokens: MaxTokens.describe('Largest answer in tokens; fewer rows when they do not fit'),
};

/** What a list is told beforehand of its rows; a model sees their names when it has them. */
export const Rows = z.array(z.looseObject({}));

/** What every list says of itself; a model sees what it means when it has it. */
export const pageFacts = {
  total: z.int().describe('All rows'),
  next_cursor: z.string().optional(),
  coarsened: z.string().optional(),
};

export type PageFacts = { total: number; next_cursor?: string; coarsened?: string };

interface PageChoice<Row> {
  limit: number;
  cursor?: string | undefined;
  /** What names a row among all; the cursor is that of the last row shown. */
  keyOf: (row: Row) => string;
}

/**
 * Rows from the cursor on, as many as are asked for; fewer when they do not fit into the answer, which is said.
 * @throws INVALID_INPUT when the row that the cursor names is no longer there.
 */
export function paged<Row, Answer extends object>(
  rows: readonly Row[],
  { limit, cursor, keyOf }: PageChoice<Row>,
  answer: (rows: Row[], facts: PageFacts) => Answer,
): Answer {
  const start = cursor === undefined ? 0 : placeAfter(rows, cursor, keyOf);
  const form = (count: number): Answer => {
    const shown = rows.slice(start, start + count);
    const last = shown.at(-1);
    const facts = {
      total: rows.length,
      ...(last !== undefined && start + count < rows.length && { next_cursor: keyOf(last) }),
      ...(count < limit && { coarsened: `Cut to ${count} rows to fit max_tokens; next_cursor gives the others.` }),
    };
    return orCoarser(answer(shown, facts), () => (shown.length > 1 ? form(Math.floor(shown.length / 2)) : undefined));
  };
  return form(limit);
}

function placeAfter<Row>(rows: readonly Row[], cursor: string, keyOf: (row: Row) => string): number {
  const place = rows.findIndex((row) => keyOf(row) === cursor);
  if (place >= 0) return place + 1;
  throw new TelephonyError(
    'INVALID_INPUT',
    'The cursor fits none of these rows. Give it with the arguments that it came with, or begin without it.',
    { field: 'cursor' },
  );
}
