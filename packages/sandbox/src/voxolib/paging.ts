import { z } from 'zod';
import { invalidParameter } from './api-error.ts';
import type { Reply } from './wire.ts';

const Cursor = z.object({ rows: z.int().min(1), skip: z.int().min(1) });

/** The first `rows` rows, and a cursor for what follows. */
export function firstPage<Row>(all: readonly Row[], rows: number): Reply<Row[]> {
  return page(all, { rows, skip: 0 });
}

/**
 * The page that a cursor leads to. The cursor knows its page size, so that a reply which was begun in pages goes on so.
 * @throws 422 for a cursor that was not given out.
 */
export function nextPage<Row>(all: readonly Row[], cursor: string): Reply<Row[]> {
  return page(all, readCursor(cursor));
}

function page<Row>(all: readonly Row[], { rows, skip }: z.infer<typeof Cursor>): Reply<Row[]> {
  const data = all.slice(skip, skip + rows);
  const reached = skip + data.length;
  return reached < all.length ? { data, meta: { next: writeCursor({ rows, skip: reached }) } } : { data };
}

function writeCursor(cursor: z.infer<typeof Cursor>): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

function readCursor(text: string): z.infer<typeof Cursor> {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    throw invalidParameter('cursor', 'cursor is not one that this API gave.');
  }
}
