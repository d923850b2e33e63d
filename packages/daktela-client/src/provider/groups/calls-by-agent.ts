import type { OperationOptions } from '@voxolib/telephony';
import type {
  AgentCallReport,
  AgentCallRow,
  ContactCallFilter,
  Ref,
  TimeRange,
} from '@voxolib/telephony/contact-centre';
import type { Filter } from '../../query/filter.ts';
import { invalid } from '../../refusals.ts';
import type { WirePage, WireRow } from '../../reply/page.ts';
import type { Context } from '../context.ts';
import { isRefusedQuery, saying } from '../lists/read-page.ts';
import { isAnswered } from '../records/call.ts';
import { toDirection, toRef, toSeconds } from '../records/fields.ts';
import { callQuestion } from './call-filter.ts';

const PAGES_AT_ONCE = 8;
const figures = ['direction', 'answered', 'duration', 'waiting_time', 'ringing_time'];
const parties = { agent: 'id_agent', queue: 'id_queue' } as const;

type By = keyof typeof parties;
type Figures = Omit<AgentCallRow, 'agent' | 'queue'>;
type Options = OperationOptions & { progress?: (done: number, total: number) => void };

/** Counts the calls of a filter by agent, queue or both, page by page: what is held grows with agents and queues alone. */
export async function callsByAgent(
  context: Context,
  filter: ContactCallFilter & { range: TimeRange },
  by: readonly By[],
  options: Options = {},
): Promise<AgentCallReport> {
  for (const one of by) {
    if (!Object.hasOwn(parties, one)) throw invalid('by', 'Calls are counted by agent, by queue, or by both.');
  }
  const question = await callQuestion(context, filter, options);
  const names = by.flatMap((one) => [`${parties[one]}.name`, `${parties[one]}.title`]);
  const light = await fold(context, question.query, by, [...figures, ...names], options);
  // A version that does not follow fields into an agent leaves them out: then they come whole.
  const whole = () => fold(context, question.query, by, [...figures, ...by.map((one) => parties[one])], options);
  const { rows, totals, asOf, missed } = light ?? (await whole()) ?? empty(context);
  const warnings = missed > 0 ? [`The list changed while it was read: ${missed} calls were not seen.`] : [];
  return {
    rows,
    totals,
    as_of: asOf.toISOString(),
    ...saying(question.warnings ?? [], question.names?.warnings ?? [], warnings),
  };
}

interface Folded {
  rows: AgentCallRow[];
  totals: Figures;
  asOf: Date;
  missed: number;
}

const empty = ({ now }: Context): Folded => ({ rows: [], totals: noCalls(), asOf: now(), missed: 0 });

/** Undefined where Daktela does not give the agents and queues in this form. */
async function fold(
  { client, now }: Context,
  query: { filter?: Filter | undefined },
  by: readonly By[],
  fields: readonly string[],
  { signal, progress }: Options,
): Promise<Folded | undefined> {
  const groups = new Map<string, AgentCallRow>();
  const totals = noCalls();
  let asOf = now();
  let missed = 0;
  const sort = [{ field: 'call_time', dir: 'asc' as const }];
  const pages = client.pages('activitiesCall', { ...query, sort, fields }, { signal, concurrency: PAGES_AT_ONCE });
  try {
    for await (const page of pages) {
      if (totals.calls === 0 && lacks(page, by)) return undefined;
      for (const row of page.rows) {
        const group = groupOf(groups, row, by);
        for (const one of [group, totals]) add(one, row);
      }
      asOf = page.receivedAt;
      missed += page.missed ?? 0;
      progress?.(totals.calls, page.total ?? totals.calls);
    }
  } catch (error) {
    if (isRefusedQuery(error) && fields.some((name) => name.includes('.'))) return undefined;
    throw error;
  }
  const rows = [...groups.values()].sort((one, other) => other.calls - one.calls || compare(one, other));
  return { rows, totals, asOf, missed };
}

/** Whether all rows of a page are without agents, or without queues, as if nobody had asked for them. */
function lacks({ rows }: WirePage, by: readonly By[]): boolean {
  return rows.length > 0 && by.some((one) => rows.every((row) => !Object.hasOwn(row, parties[one])));
}

function groupOf(groups: Map<string, AgentCallRow>, row: WireRow, by: readonly By[]): AgentCallRow {
  const refs = by.map((one): [By, Ref | undefined] => [one, toRef(row[parties[one]])]);
  const key = JSON.stringify(refs.map(([, ref]) => ref?.id ?? null));
  const known = groups.get(key);
  if (known !== undefined) return known;
  const named = Object.fromEntries(refs.filter(([, ref]) => ref !== undefined));
  const made = { ...named, ...noCalls() };
  groups.set(key, made);
  return made;
}

function noCalls(): Figures {
  return {
    calls: 0,
    inbound: 0,
    outbound: 0,
    internal: 0,
    answered: 0,
    missed: 0,
    not_reached: 0,
    talk_s: 0,
    waiting_s: 0,
    ringing_s: 0,
  };
}

function add(to: Figures, row: WireRow): void {
  const direction = toDirection(row.direction);
  const answered = isAnswered(row);
  to.calls += 1;
  if (direction === 'inbound' || direction === 'outbound' || direction === 'internal') to[direction] += 1;
  if (answered) to.answered += 1;
  else if (direction === 'inbound') to.missed += 1;
  else to.not_reached += 1;
  if (answered) to.talk_s += toSeconds(row.duration) ?? 0;
  to.waiting_s += toSeconds(row.waiting_time) ?? 0;
  to.ringing_s += toSeconds(row.ringing_time) ?? 0;
}

/** Those without an agent or a queue come last among equals. */
function compare(one: AgentCallRow, other: AgentCallRow): number {
  const label = ({ agent, queue }: AgentCallRow) =>
    `${agent?.title ?? agent?.id ?? '\uffff'} ${queue?.title ?? queue?.id ?? '\uffff'}`;
  return label(one) < label(other) ? -1 : 1;
}
