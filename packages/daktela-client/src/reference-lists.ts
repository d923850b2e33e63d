import type { Lists } from './lists.ts';
import { requireModel } from './lists.ts';
import type { Settings } from './options.ts';
import { readPages } from './pages.ts';
import { invalid } from './refusals.ts';
import type { CutText, WirePage, WireRow } from './reply/page.ts';

export interface ReferenceOptions {
  signal?: AbortSignal | undefined;
  /** Asks Daktela also for what is kept. */
  fresh?: boolean | undefined;
}

/** Longer than any such list; what is longer is no reference. */
const MOST_ROWS = 50_000;

/** Whole lists of small models, each asked for once by all who want it at the same time, and kept. */
export function createReferenceLists(settings: Settings, lists: Lists) {
  const { shared, keepListsMs, now } = settings;

  return async (endpoint: string, { signal, fresh = false }: ReferenceOptions = {}): Promise<WirePage> => {
    if (requireModel(endpoint).reference !== true) {
      throw invalid('endpoint', `${endpoint} is no list that is kept whole. Read it page by page.`);
    }
    const kept = shared.lists.get(endpoint);
    if (!fresh && keepListsMs > 0 && kept !== undefined && kept.until > now().getTime()) return kept.page;
    return shared.lists.flights.join(
      endpoint,
      async (flight) => {
        const page = await readWhole(lists, endpoint, flight);
        if (keepListsMs > 0) shared.lists.set(endpoint, { page, until: now().getTime() + keepListsMs });
        return page;
      },
      signal,
    );
  };
}

async function readWhole(lists: Lists, endpoint: string, signal: AbortSignal): Promise<WirePage> {
  const rows: WireRow[] = [];
  const cut: CutText[] = [];
  let last: WirePage | undefined;
  for await (const page of readPages(lists, endpoint, { take: MOST_ROWS }, { signal, concurrency: 2 })) {
    cut.push(...page.cut.map((one) => ({ ...one, row: one.row + rows.length })));
    rows.push(...page.rows);
    last = page;
  }
  if (last === undefined) throw new Error('A list has at least one page.');
  return { ...last, rows, cut, skip: 0, more: rows.length < (last.total ?? 0) && rows.length >= MOST_ROWS };
}
