import type { CallDay } from '../call-report.ts';
import type { ResolvedPeriod } from '../period.ts';
import { type CallRecord, createCallFolder } from './call-folder.ts';

/** The rows of a daily report, and what a reader has to know about them. */
export interface FoldedCalls {
  rows: CallDay[];
  warnings: string[];
}

/**
 * Folds pages of a vendor's records into the rows of a daily report as they come. `read` makes a call of a record (`place`
 * counts them from 1), or `undefined` of one that does not count. A page is let go before the next is asked for: where `pages`
 * holds none either, memory stays flat.
 * @throws BAD_RESPONSE as `CallFolder.add` does, whatever `read` and the pages throw, and the signal's reason.
 */
export async function foldCalls<Wire>(
  pages: AsyncIterable<readonly Wire[]>,
  read: (wire: Wire, place: number) => CallRecord | undefined,
  period: ResolvedPeriod,
  options: { signal?: AbortSignal; provider?: string } = {},
): Promise<FoldedCalls> {
  const folder = createCallFolder(period, options);
  let place = 0;
  let page: readonly Wire[];
  for await (page of pages) {
    options.signal?.throwIfAborted();
    for (const wire of page) {
      place += 1;
      const record = read(wire, place);
      if (record !== undefined) folder.add(record, place);
    }
    // Let go while the next page is made: both at once would cost a fifth more memory.
    page = [];
  }
  const { outside } = folder;
  const warnings =
    outside === 0 ? [] : [`The vendor also sent calls outside the period; they are left out: ${outside}.`];
  return { rows: folder.days(), warnings };
}
