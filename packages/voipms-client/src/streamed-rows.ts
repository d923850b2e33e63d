import { randomUUID } from 'node:crypto';
import { rowsUnder, type WireRow } from './rows.ts';

/** So many bytes are parsed at once: fewer cost more calls, more leave the part of the heap that is cleared cheaply. */
const BATCH_BYTES = 64 * 1024;
/** How many places are tried as the end of a batch. In rows that hold objects, not all that look like an end are one. */
const MOST_TRIES = 8;
/** Stands for the rows that were given away. Nobody can send it. */
const GIVEN = randomUUID();

/** A JSON document while it comes. */
export interface ArrivingDocument {
  write(chunk: Uint8Array): void;
  /** Its text, without what was given away. */
  text(): string;
}

/** A document whose rows are given away as they come. */
export interface StreamedRows extends ArrivingDocument {
  /**
   * Whether the rows that were given away are in the document, which is `text` parsed. They are not when their list comes once
   * more: of one name, the last counts.
   */
  hold(document: WireRow): boolean;
}

/** A document that is kept whole. */
export function wholeDocument(): ArrivingDocument {
  const chunks: Uint8Array[] = [];
  return {
    write: (chunk) => void chunks.push(chunk),
    text: () => new TextDecoder().decode(Buffer.concat(chunks)),
  };
}

/**
 * Reads a document with a list of rows under `key`: what it gives to `onRows` and what is left in `text` together are what `JSON.parse`
 * makes of the whole. It holds a batch of rows at a time.
 *
 * Nothing here knows JSON. A place that looks as if it were between two rows is between two rows if what stands before it parses as a list:
 * cut anywhere else, a text has a string or a bracket that nobody closes. A document in which no such place is found is left whole.
 */
export function createStreamedRows(
  key: string,
  onRows: (rows: WireRow[]) => void,
  batchBytes = BATCH_BYTES,
): StreamedRows {
  const inside = new TextDecoder('utf-8', { ignoreBOM: true });
  const opening = new RegExp(`"${key}"\\s*:\\s*\\[`);
  /** One for all batches, so that nothing of them is left to the garbage collector but texts and rows. */
  let bytes = Buffer.allocUnsafe(batchBytes * 2);
  let size = 0;
  let enough = batchBytes;
  /** The document up to its first row, as soon as a batch was given away. */
  let head: string | undefined;

  function add(chunk: Uint8Array): void {
    if (size + chunk.length > bytes.length) {
      const more = Buffer.allocUnsafe(bytes.length * 2 + chunk.length);
      bytes.copy(more, 0, 0, size);
      bytes = more;
    }
    bytes.set(chunk, size);
    size += chunk.length;
    if (size < enough) return;
    const received = bytes.subarray(0, size);
    const start = head === undefined ? firstRow(received) : 0;
    const end = start === undefined ? undefined : giveBatch(received, start);
    if (start === undefined) {
      enough = Number.POSITIVE_INFINITY;
    } else if (end === undefined) {
      // Twice as much before the next try keeps the work in proportion to the document.
      enough = size * 2;
    } else {
      head ??= new TextDecoder().decode(received.subarray(0, start));
      enough = batchBytes;
      bytes.copyWithin(0, end, size);
      size -= end;
    }
  }

  /** Where the rows begin, if their list is an element of the document itself. */
  function firstRow(received: Buffer): number | undefined {
    const found = opening.exec(received.toString('latin1', 0, batchBytes));
    if (found === null) return undefined;
    const start = found.index + found[0].length;
    return parse(`${new TextDecoder().decode(received.subarray(0, start))}]}`) === undefined ? undefined : start;
  }

  /** Gives the rows from `start` on, and says where what was not given begins. */
  function giveBatch(received: Buffer, start: number): number | undefined {
    let brace = received.length;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      brace = received.lastIndexOf('},', brace - 1);
      if (brace <= start) return undefined;
      const rows = parse(`[${inside.decode(received.subarray(start, brace + 1))}]`);
      if (rows === undefined) continue;
      onRows(rowsUnder(rows));
      return brace + 2;
    }
    return undefined;
  }

  return {
    write(chunk) {
      for (let from = 0; from < chunk.length; from += batchBytes) add(chunk.subarray(from, from + batchBytes));
    },
    text() {
      const left = bytes.subarray(0, size);
      return head === undefined ? new TextDecoder().decode(left) : `${head}"${GIVEN}",${inside.decode(left)}`;
    },
    hold(document) {
      const list = document[key];
      return head === undefined || (Array.isArray(list) && list[0] === GIVEN);
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
