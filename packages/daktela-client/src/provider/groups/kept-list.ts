import type { OperationOptions } from '@voxolib/telephony';
import type { ListRequest, RecordPage } from '@voxolib/telephony/contact-centre';
import type { ReferenceEndpoint } from '../../endpoints/endpoints.ts';
import { readText } from '../../readers/scalars.ts';
import { invalid } from '../../refusals.ts';
import type { WireRow } from '../../reply/page.ts';
import type { Context } from '../context.ts';
import { type ToRecord, toRecordPage } from '../lists/read-page.ts';
import { fold } from '../names/fold.ts';

const MOST_TAKEN = 1000;
const USUAL_TAKE = 200;
const sorts = ['title', 'id'];

/** A part of a small list, which is kept whole: filtered and sorted here, by title unless something else is asked for. */
export async function keptList<One>(
  context: Context,
  endpoint: ReferenceEndpoint,
  { skip = 0, take = USUAL_TAKE, sort = 'title', order = 'asc' }: ListRequest,
  toRecord: ToRecord<One>,
  options: OperationOptions,
  isWanted: (row: WireRow) => boolean = () => true,
): Promise<RecordPage<One>> {
  checkBounds('skip', skip, 0, 100_000);
  checkBounds('take', take, 1, MOST_TAKEN);
  if (!sorts.includes(sort)) throw invalid('sort', `There is no such sort. Use ${sorts.join(' or ')}.`);
  const page = await context.client.reference(endpoint, options);
  const keyed = page.rows
    .filter(isWanted)
    .map((row) => ({ row, title: fold(readText(row.title) ?? ''), id: readText(row.name) ?? '' }));
  const way = order === 'asc' ? 1 : -1;
  keyed.sort((one, other) => {
    const byTitle = sort === 'title' ? compare(one.title, other.title) : 0;
    return way * (byTitle || compare(one.id, other.id));
  });
  const rows = keyed.slice(skip, skip + take).map(({ row }) => row);
  const next = skip + rows.length < keyed.length && rows.length > 0 ? skip + rows.length : undefined;
  const warnings = page.more ? ['This list is longer than what is kept of it; the last entries are left out.'] : [];
  return toRecordPage(context, { warnings }, { ...page, cut: [], rows, skip, total: keyed.length }, next, toRecord);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function checkBounds(name: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw invalid(name, `${name} must be a whole number from ${least} to ${most}.`);
  }
}
