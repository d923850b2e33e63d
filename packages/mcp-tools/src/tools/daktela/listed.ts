import type { OperationOptions } from '@voxolib/telephony';
import type { ListRequest, RecordCount, RecordPage, Ref, TimeRange } from '@voxolib/telephony/contact-centre';
import { z } from 'zod';
import { Rows } from '../../page.ts';
import type { CallContext } from '../../tool.ts';
import type { listing } from './arguments.ts';
import { type DateChoice, readTime } from './dates.ts';
import { fitting, NOTICE } from './fitting.ts';
import { nameIn, refText, shown, type View } from './shown.ts';

/** What every list is asked with besides its filters. */
export interface ListInput<Sort extends string> extends DateChoice {
  sort?: Sort | undefined;
  order?: 'asc' | 'desc' | undefined;
  skip: number;
  take: number;
  count_only?: boolean | undefined;
}

export interface ListOperation<Filter, Row extends object, Sort extends string> {
  /** The name of the rows in the answer. */
  name: string;
  filter: Filter;
  list(
    filter: Filter & { range?: TimeRange },
    page: ListRequest<Sort>,
    options: OperationOptions,
  ): Promise<RecordPage<Row>>;
  count?(filter: Filter & { range?: TimeRange }, options: OperationOptions): Promise<RecordCount>;
  /** A row as the answer holds it; all of the record, unless given. */
  row?(record: Row, view: View): Record<string, unknown>;
  /** Longest texts, then shorter ones where the answer is too large. */
  lengths?: readonly [number, ...number[]];
  /** How to read a text that was cut. */
  whole: string;
}

/** What every list says of itself; a model sees the other members when it has them. */
export function listOutput(name: string): z.ZodType<Record<string, unknown>> {
  return z.object({ [name]: Rows.optional(), total: z.int().optional(), next_skip: z.int().optional() });
}

/** The filters of a list: what it is asked with, but for when, in which order and how much. */
export function filterOf<Input extends object>(input: Input): Omit<Input, (typeof NO_FILTERS)[number]> {
  return Object.fromEntries(
    Object.entries(input).filter(([name, value]) => value !== undefined && !NO_FILTERS.some((one) => one === name)),
  ) as Omit<Input, (typeof NO_FILTERS)[number]>;
}

const NO_FILTERS = [
  'date_from',
  'date_to',
  'period',
  'tz',
  'sort',
  'order',
  'skip',
  'take',
  'count_only',
  'max_tokens',
] as const satisfies (keyof ReturnType<typeof listing>)[];

/** Asks for the rows of a list, or how many there are, and says what was asked and what names were taken for. */
export async function listed<Filter extends object, Row extends object, Sort extends string>(
  input: ListInput<Sort>,
  { now, signal }: Pick<CallContext, 'now' | 'signal'>,
  { name, filter, list, count, row = shown, lengths = [300, 100], whole }: ListOperation<Filter, Row, Sort>,
): Promise<Record<string, unknown>> {
  const { tz, skip, take, sort, order } = input;
  const time = readTime(input, now());
  const asked = { ...filter, ...(time && { range: time.range }) };
  const about = { ...(time && { period: time.shown }) };
  const spoken = time === undefined ? { ...filter, time: undefined } : filter;
  if (input.count_only && count !== undefined) {
    const { total, resolved, as_of, warnings } = await count(asked, { signal });
    return { ...about, asked: spoken, ...names(resolved), total, as_of, ...cleaned(warnings) };
  }
  const page = await list(asked, { skip, take, sort, order }, { signal });
  const { records, total, resolved, as_of, warnings } = page;
  const rows = { count: records.length, skip, next: page.next_skip };
  return fitting({ tz, lengths, rows, whole }, (view, most, form) => {
    const shownRows = records.slice(0, most).map((record) => row(record, view));
    return {
      ...(holdsFence(shownRows) && { notice: NOTICE }),
      ...about,
      ...(records.length === 0 && { asked: spoken, note: nothing(skip, total) }),
      ...names(resolved),
      ...(total !== undefined && { total }),
      ...form(),
      [name]: shownRows,
      as_of,
      ...cleaned(warnings),
    };
  });
}

function nothing(skip: number, total: number | undefined): string {
  return skip > 0 && total ? `There are ${total}, and no more after them.` : 'Nothing fits what was asked.';
}

/** A warning may list what it lacks. */
const LONGEST_WARNING = 2000;

/** Warnings, whose words may be a vendor's. */
export function cleaned(warnings: readonly string[] | undefined): { warnings?: string[] } {
  return warnings === undefined || warnings.length === 0
    ? {}
    : { warnings: warnings.map((warning) => nameIn(warning, LONGEST_WARNING)) };
}

export function holdsFence(part: unknown): boolean {
  return JSON.stringify(part).includes('⟦');
}

/** What names were taken for, by filter. */
function names(resolved: { [filter: string]: Ref[] } | undefined): { resolved?: Record<string, string[]> } {
  if (resolved === undefined || Object.keys(resolved).length === 0) return {};
  return {
    resolved: Object.fromEntries(Object.entries(resolved).map(([filter, refs]) => [nameIn(filter), refs.map(refText)])),
  };
}
