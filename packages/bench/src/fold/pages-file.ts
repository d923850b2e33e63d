import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { type WirePage, wireCall } from './wire-call.ts';

export const PAGE = 2000;

/** Writes `count` calls as pages of JSON, one a line: in the order of time, or in none. */
export async function writePages(path: string, count: number, order: 'time' | 'none'): Promise<void> {
  // A stride that shares no factor with the count visits each call once.
  const stride = order === 'time' ? 1 : 618_033;
  async function* lines() {
    for (let first = 0; first < count; first += PAGE) {
      const cdr = Array.from({ length: PAGE }, (_, index) => wireCall(((first + index) * stride) % count, count));
      yield `${JSON.stringify({ status: 'success', cdr } satisfies WirePage)}\n`;
    }
  }
  await pipeline(lines, createWriteStream(path));
}

const LARGEST_PAGE = 1 << 20;

/** What `make` makes of the texts of the first `pages` pages, one at a time. Holds none of them meanwhile. */
export async function* readPages<Page>(
  path: string,
  pages: number,
  make: (text: string) => Page,
): AsyncGenerator<Page> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(LARGEST_PAGE);
    let position = 0;
    for (let page = 0; page < pages; page += 1) {
      const { bytesRead } = await file.read(buffer, 0, LARGEST_PAGE, position);
      const end = buffer.subarray(0, bytesRead).indexOf('\n');
      if (end === -1) throw new Error(`${path} has ${page} pages`);
      position += end + 1;
      yield make(buffer.toString('utf8', 0, end));
    }
  } finally {
    await file.close();
  }
}
