import { dailyCallReport, dateIn, eachDate, type Provider, resolvePeriod, TelephonyError } from '@voxolib/telephony';
import type {
  AgentCallRow,
  ContactCall,
  ContactCentre,
  ListRequest,
  OneRecord,
  RecordPage,
  Ref,
  TimeRange,
} from '@voxolib/telephony/contact-centre';
import { FAKE_NOW } from '../fake-account.ts';
import * as data from './records.ts';

/** An operation that was asked for, with its arguments. */
export interface AskedOperation {
  operation: string;
  filter?: object | undefined;
  request?: object | undefined;
}

/**
 * A contact centre without Daktela. It looks at agents, times and a few other filters, and keeps what it was asked in `asked`.
 * Two of its agents are called Novák.
 */
export function fakeDaktela(
  options: { now?: Date } = {},
): Provider & Required<Pick<Provider, 'calls' | 'contactCentre'>> & { asked: AskedOperation[] } {
  const now = options.now ?? FAKE_NOW;
  const as_of = now.toISOString();
  const asked: AskedOperation[] = [];

  const lists = <Filter extends object, Row extends object>(
    operation: string,
    rows: (filter: Filter) => readonly Row[],
  ) => ({
    async list(filter: Filter, request: ListRequest): Promise<RecordPage<Row>> {
      asked.push({ operation, filter, request });
      const resolved = resolve(filter);
      const { skip = 0, take = 50 } = request;
      const all = rows(filter).filter((row) => meets(row, filter));
      const records = all.slice(skip, skip + take);
      return {
        records,
        total: all.length,
        skip,
        ...(skip + take < all.length && { next_skip: skip + take }),
        ...(resolved && { resolved }),
        as_of,
      };
    },
    async count(filter: Filter) {
      asked.push({ operation: `${operation}.count`, filter });
      const resolved = resolve(filter);
      return { total: rows(filter).filter((row) => meets(row, filter)).length, ...(resolved && { resolved }), as_of };
    },
  });
  const one = <Row extends { id: string }>(what: string, rows: readonly Row[], id: string): OneRecord<Row> => {
    asked.push({ operation: `${what}.read`, request: { id } });
    const record = rows.find((row) => row.id === id);
    if (record === undefined) throw notFound(what, id);
    return { record, as_of };
  };

  const tickets = lists('tickets', () => data.tickets);
  const activities = lists('activities', () => data.activities);
  const calls = lists('calls', () => data.calls);
  const emails = lists('emails', () => data.emails);
  const chats = lists('chats', ({ channel }: { channel: Parameters<typeof data.chats>[0] }) => data.chats(channel));
  const contacts = lists('contacts', () => data.contacts);
  const accounts = lists('accounts', () => data.accounts);
  const records = lists('crm_records', () => data.crmRecords);
  const campaigns = lists('campaign_records', () => data.campaignRecords);
  const articles = lists('articles', () => data.articles.map(({ text: _, ...article }) => article));

  const contactCentre: ContactCentre = {
    whoAmI: async () => ({
      id: 'alice.demo',
      title: 'Alice Demo',
      tz: 'Europe/Prague',
      url: 'https://demo.daktela.com',
    }),
    tickets: {
      ...tickets,
      async read(request) {
        const { record: ticket } = one('ticket', data.tickets, request.id);
        asked.push({ operation: 'tickets.read', request });
        const { include = [], skip = 0, take = 50 } = request;
        if (include.length === 0) return { ticket, as_of };
        const all = data.activities.map(({ email, chat, messages, transcript, attachments, ...activity }) => ({
          ...activity,
          ...(include.includes('mails') && email && { email }),
          ...(include.includes('chats') && chat && { chat, messages }),
          ...(include.includes('transcripts') && transcript && { transcript }),
          ...(include.includes('attachments') && attachments && { attachments }),
        }));
        const shown = all.slice(skip, skip + take);
        const next = skip + take < all.length && { next_skip: skip + take };
        return { ticket, activities: { records: shown, total: all.length, skip, ...next, as_of }, as_of };
      },
      categories: async () => ({
        records: data.categories.map(({ id, title = id }) => ({ id, title })),
        total: data.categories.length,
        skip: 0,
        as_of,
      }),
    },
    activities: { ...activities, read: async ({ id }) => one('activity', data.activities, id) },
    calls: {
      ...calls,
      read: async ({ id }) => one('call', data.calls, id),
      async transcript({ of, skip = 0, take = 200 }) {
        asked.push({ operation: 'transcript', request: { of, skip, take } });
        const call = data.calls.find(({ id, activity }) => id === of || activity === of);
        if (call === undefined) throw notFound('call', of);
        return { record: transcriptOf(call, skip, take), as_of };
      },
      async transcripts(filter, request) {
        const page = await calls.list({ ...filter, answered: true }, request);
        return {
          ...page,
          records: page.records.map((call, index) =>
            index === 1 ? { call, problem: 'Daktela answered 500.' } : { call, transcript: transcriptOf(call, 0, 200) },
          ),
        };
      },
      async byAgent(filter, by) {
        asked.push({ operation: 'byAgent', filter, request: { by } });
        resolve(filter);
        const found = data.calls.filter((call) => meets(call, filter));
        const keys = new Map<string, { agent?: Ref | undefined; queue?: Ref | undefined; calls: ContactCall[] }>();
        for (const call of found) {
          const agent = by.includes('agent') ? call.agent : undefined;
          const queue = by.includes('queue') ? call.queue : undefined;
          const key = `${agent?.id}/${queue?.id}`;
          const group = keys.get(key) ?? { agent, queue, calls: [] };
          group.calls.push(call);
          keys.set(key, group);
        }
        const rows = [...keys.values()].map(({ agent, queue, calls: own }) => ({
          ...(agent && { agent }),
          ...(queue && { queue }),
          ...figures(own),
        }));
        return { rows, totals: figures(found), as_of };
      },
    },
    emails: { ...emails, read: async ({ id }) => one('email', data.emails, id) },
    chats: { ...chats, read: async ({ channel, id }) => one('chat', data.chats(channel), id) },
    crm: {
      contacts: contacts.list,
      countContacts: contacts.count,
      contact: async ({ id }) => one('contact', data.contacts, id),
      accounts: accounts.list,
      countAccounts: accounts.count,
      account: async ({ id }) => one('account', data.accounts, id),
      records: records.list,
      countRecords: records.count,
      record: async ({ id }) => one('crm_record', data.crmRecords, id),
    },
    campaigns: {
      records: campaigns.list,
      count: campaigns.count,
      record: async ({ id }) => one('campaign_record', data.campaignRecords, id),
      types: lists('campaign_types', () => [{ id: 'ct_1', title: 'Autumn call-out' }]).list.bind(undefined, {}),
    },
    knowledge: {
      articles: articles.list,
      article: async ({ id }) => one('article', data.articles, id),
      folders: lists('folders', () => [{ id: 'folder_1', title: 'Repairs' }]).list.bind(undefined, {}),
    },
    reference: {
      list: (kind, filter, request) => lists(kind, () => data.reference[kind]).list(filter, request),
      read: async (kind, { id }) => one(kind, data.reference[kind], id),
    },
    realtime: {
      async sessions(filter) {
        asked.push({ operation: 'sessions', filter });
        resolve(filter);
        const sessions = data.sessions.filter((session) => meets(session, filter));
        const by_state: Record<string, number> = {};
        for (const { state } of sessions) by_state[state] = (by_state[state] ?? 0) + 1;
        return { sessions: [...sessions], by_state, total: sessions.length, as_of };
      },
    },
  };

  return {
    id: 'daktela',
    title: 'Daktela',
    asked,
    contactCentre,
    calls: {
      products: ['inbound', 'outbound', 'internal'],
      maxDays: 90,
      async daily(product, period) {
        const resolved = resolvePeriod(period, { maxDays: 90, now });
        const rows = eachDate(period.start_date, period.end_date).map((date) => {
          const own = data.calls.filter(
            ({ at, direction }) => direction === product && at && dateIn(period.tz, new Date(at)) === date,
          );
          const status_breakdown: Record<string, number> = {};
          for (const { status } of own) status_breakdown[status] = (status_breakdown[status] ?? 0) + 1;
          return { date, total: own.length, status_breakdown };
        });
        return dailyCallReport({ source: { provider: 'daktela', product }, period: resolved, rows, asOf: now });
      },
    },
  };
}

function transcriptOf(call: ContactCall, skip: number, take: number) {
  const all = data.segmentsOf(call);
  const next = skip + take < all.length && { next_skip: skip + take };
  return { activity: call.activity ?? '', segments: all.slice(skip, skip + take), total: all.length, ...next };
}

/** What names were taken for. @throws INVALID_INPUT with the candidates where a name fits several agents, or none. */
function resolve(filter: object): { [filter: string]: Ref[] } | undefined {
  const names: readonly string[] = Reflect.get(filter, 'agent') ?? [];
  if (names.length === 0) return undefined;
  return { agent: names.map(agentNamed) };
}

function agentNamed(name: string): Ref {
  const fold = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const found = data.agents.filter(
    ({ id, title = '' }) => id === name || fold(title).includes(fold(name)) || fold(id) === fold(name),
  );
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const candidates = (found.length === 0 ? data.agents : found).map(({ id, title }) => `${title} (${id})`).join(', ');
  const why = found.length === 0 ? 'fits no agent. There are' : 'fits several agents';
  throw new TelephonyError('INVALID_INPUT', `agent: "${name}" ${why}: ${candidates}. Give the id.`, {
    provider: 'daktela',
    field: 'agent',
  });
}

function meets(row: object, filter: object): boolean {
  const { agent, stage, state, answered, missed, direction, kind, range, text } = filter as Record<string, unknown>;
  const own = row as Record<string, unknown>;
  const is = (value: unknown, wanted: unknown) =>
    wanted === undefined || (Array.isArray(wanted) ? wanted.includes(value) : value === wanted);
  const { id: agentId } = (own.agent ?? {}) as Partial<Ref>;
  const { from, until } = (range ?? {}) as TimeRange;
  const at = String(own.at ?? own.created_at ?? own.edited_at ?? '2026-03-01T00:00:00.000Z');
  return (
    (agent === undefined || (agent as string[]).some((name) => agentNamed(name).id === agentId)) &&
    is(own.stage, stage) &&
    is(own.state, state) &&
    is(own.answered, answered) &&
    is(own.kind, kind) &&
    is(own.direction, direction) &&
    (missed === undefined || typeof missed === 'boolean' || own.missed !== undefined) &&
    (text === undefined || JSON.stringify(row).includes(String(text))) &&
    (from === undefined || at >= from) &&
    (until === undefined || at < until)
  );
}

function figures(calls: readonly ContactCall[]): Omit<AgentCallRow, 'agent' | 'queue'> {
  const count = (test: (call: ContactCall) => boolean) => calls.filter(test).length;
  const sum = (value: (call: ContactCall) => number | undefined) =>
    calls.reduce((all, call) => all + (value(call) ?? 0), 0);
  return {
    calls: calls.length,
    inbound: count(({ direction }) => direction === 'inbound'),
    outbound: count(({ direction }) => direction === 'outbound'),
    internal: count(({ direction }) => direction === 'internal'),
    answered: count(({ answered }) => answered),
    missed: count(({ answered, direction }) => !answered && direction === 'inbound'),
    not_reached: count(({ answered, direction }) => !answered && direction !== 'inbound'),
    talk_s: sum(({ duration_s }) => duration_s),
    waiting_s: sum(({ waiting_s }) => waiting_s),
    ringing_s: sum(({ ringing_s }) => ringing_s),
  };
}

function notFound(what: string, id: string): TelephonyError {
  return new TelephonyError('NOT_FOUND', `There is no ${what} ${JSON.stringify(id)}.`, {
    provider: 'daktela',
    field: 'id',
  });
}
