import { daktelaContract } from './contract.ts';
import { type Lists, requireModel } from './lists.ts';
import { checkQuery } from './query/check.ts';
import type { ListQuery } from './query/list-query.ts';
import { readRef } from './readers/ref.ts';
import { invalid } from './refusals.ts';
import type { CutText, WirePage, WireRow } from './reply/page.ts';

export interface PagesOptions {
  signal?: AbortSignal | undefined;
  /** Pages that are asked for at the same time, 1 to 8; 4 without it. */
  concurrency?: number | undefined;
  /** Rows of a page, 2 to 1000; 1000 without it. */
  pageSize?: number | undefined;
}

/** How often a list is looked into again where rows moved away from under a page. */
const MOST_LOOKS_BACK = 8;
/** The keys of so many pages are remembered: what moves farther than that while it is read comes twice. */
const PAGES_REMEMBERED = 16;

/**
 * All records that match, page after page. Each page begins with the last row of the one before, so that it shows when rows have
 * moved: what comes twice is dropped, and where that row is gone from its place, the rows before it are fetched again.
 * Each page is asked for in a slot, which `inSlot` may let it wait for.
 */
export async function* readPages(
  lists: Lists,
  endpoint: string,
  query: ListQuery,
  options: PagesOptions,
  inSlot: <Page>(read: () => Promise<Page>) => Promise<Page> = (read) => read(),
): AsyncGenerator<WirePage, void, undefined> {
  const model = requireModel(endpoint);
  const { concurrency, pageSize } = checkOptions(options);
  const { skip: start } = checkQuery(endpoint, model, { ...query, take: 1 });
  const most = query.take === undefined ? Number.POSITIVE_INFINITY : checkMost(query.take);
  const keyOf = (row: WireRow) => (model.key === undefined ? undefined : readRef(row[model.key])?.id);
  // Without a key nobody can tell one row from another.
  const overlap = model.key === undefined ? 0 : 1;
  let step = pageSize - overlap;
  const controller = new AbortController();
  const signal =
    options.signal === undefined ? controller.signal : AbortSignal.any([options.signal, controller.signal]);
  const take = Math.min(pageSize, most);
  const fetchAt = (skip: number) => inSlot(() => lists.list(endpoint, { ...query, skip, take }, signal));
  const seen = createSeen(pageSize * PAGES_REMEMBERED);

  const underWay: { skip: number; page: Promise<WirePage> }[] = [];
  let next = start;
  let end = start + 1;
  let given = 0;
  let twice = 0;
  let leastTotal = Number.POSITIVE_INFINITY;
  /** Asks for pages ahead, as far as the list is known to go, if they bring more than the row of the one before. */
  function fill(): void {
    const bound = Math.min(end, start + most + twice);
    while (underWay.length < concurrency && (next === start || next + overlap < bound)) {
      const page = fetchAt(next);
      // Whoever waits for it gets the error; until then it is nobody's.
      page.catch(() => {});
      underWay.push({ skip: next, page });
      next += step;
    }
  }

  try {
    fill();
    for (let turn = underWay.shift(); turn !== undefined; turn = underWay.shift()) {
      const page = await turn.page;
      // Where no total is known, a page that is full says that there is another.
      end = page.total ?? (page.more ? turn.skip + page.rows.length + 1 : end);
      if (turn.skip === start && page.more && page.rows.length < take) {
        // The instance gives smaller pages than it was asked for.
        step = Math.max(1, page.rows.length - overlap);
        next = start + step;
      }
      leastTotal = Math.min(leastTotal, page.total ?? leastTotal);
      const before = overlap === 1 && turn.skip > start ? await rowsBefore(turn.skip, page) : [];
      const fresh = [...before, ...page.rows].filter((row) => seen.isNew(keyOf(row)));
      const rows = fresh.slice(0, most - given);
      given += rows.length;
      if (turn.skip > start) twice += Math.max(0, page.rows.length - overlap - fresh.length);
      fill();
      const isLast = underWay.length === 0 || given >= most;
      const missed = isLast && leastTotal < Number.POSITIVE_INFINITY ? Math.min(leastTotal - start, most) - given : 0;
      yield { ...page, cut: cutOf(page, rows), rows, more: !isLast, ...(missed > 0 && { missed }) };
      if (given >= most) return;
    }
  } finally {
    // Whoever leaves early wants no more of what is under way.
    controller.abort();
  }

  /** What slid from this page's place into the pages that were read already, because rows before it went away. */
  async function rowsBefore(skip: number, { rows, total }: WirePage): Promise<WireRow[]> {
    const windows: { at: number; rows: readonly WireRow[] }[] = [];
    /** Rows without a gap up to this page, back to one that was given already. */
    let chain = rows;
    let at = Math.min(skip, total ?? skip);
    for (
      let tries = 0;
      tries < MOST_LOOKS_BACK && at > start && !chain.some((row) => seen.has(keyOf(row)));
      tries += 1
    ) {
      at = Math.max(start, at - step);
      const window = await fetchAt(at);
      windows.push({ at, rows: window.rows });
      const keys = new Set(chain.map(keyOf));
      const isJoined = chain.length === 0 ? !window.more : window.rows.some((row) => keys.has(keyOf(row)));
      if (isJoined) chain = window.rows;
      // Rows were added in the meantime, and what the window was to end with is beyond it.
      else at += step + Math.ceil(step / 2);
    }
    return windows.sort((one, other) => one.at - other.at).flatMap((window) => window.rows);
  }
}

/** The notes on cut texts, moved to where their rows are now. */
function cutOf({ rows: all, cut = [] }: WirePage, rows: readonly WireRow[]): CutText[] {
  return cut.flatMap((one) => {
    const row = rows.indexOf(all[one.row] ?? {});
    return row === -1 ? [] : [{ ...one, row }];
  });
}

interface Seen {
  has(key: string | undefined): boolean;
  /** Whether a key comes for the first time; from then on it is known. What has no key is always new. */
  isNew(key: string | undefined): boolean;
}

/** Remembers the last `most` keys or so, in two halves of which the older one is dropped: its size does not grow with the list. */
function createSeen(most: number): Seen {
  let older = new Set<string>();
  let newer = new Set<string>();
  const has = (key: string | undefined) => key !== undefined && (newer.has(key) || older.has(key));
  return {
    has,
    isNew(key) {
      if (key === undefined) return true;
      if (older.has(key)) return false;
      const { size } = newer;
      newer.add(key);
      if (newer.size === size) return false;
      if (newer.size >= most / 2) [older, newer] = [newer, new Set()];
      return true;
    },
  };
}

function checkOptions({ concurrency = 4, pageSize = daktelaContract.maxTake.value }: PagesOptions) {
  const most = daktelaContract.pagesInFlight.value;
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > most) {
    throw invalid('concurrency', `concurrency must be a whole number from 1 to ${most}.`);
  }
  if (!Number.isInteger(pageSize) || pageSize < 2 || pageSize > daktelaContract.maxTake.value) {
    throw invalid('pageSize', `pageSize must be a whole number from 2 to ${daktelaContract.maxTake.value}.`);
  }
  return { concurrency, pageSize };
}

function checkMost(take: number): number {
  if (Number.isInteger(take) && take >= 1) return take;
  throw invalid('take', 'take must be a whole number from 1.');
}
