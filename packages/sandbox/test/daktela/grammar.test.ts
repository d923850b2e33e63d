import { describe, expect, it } from 'vitest';
import { sandboxForTests } from '../harness.ts';
import { askDaktela, listOf, query, type Wire, where } from './harness.ts';

const sandbox = await sandboxForTests();

const names = (rows: readonly Wire[]) => rows.map(({ name }) => name);

describe('the grammar of Daktela', () => {
  it('takes a filter in three forms', async () => {
    const canonical = {
      'filter[logic]': 'and',
      'filter[filters][0][field]': 'stage',
      'filter[filters][0][operator]': 'eq',
      'filter[filters][0][value]': 'OPEN',
    };
    const single = { 'filter[field]': 'stage', 'filter[operator]': 'eq', 'filter[value]': 'OPEN' };
    const totals = [];
    for (const form of [canonical, single, where(['stage', 'eq', 'OPEN'])]) {
      const { data, total } = await listOf(sandbox, `tickets.json${query({ ...form, fields: 'name,stage' })}`);
      expect(data.every(({ stage }) => stage === 'OPEN')).toBe(true);
      totals.push(total);
    }
    expect(new Set(totals).size).toBe(1);
    expect(totals[0]).toBeGreaterThan(0);
  });

  it.each([
    ['or in the short form', { 'filter[logic]': 'or', ...where(['stage', 'eq', 'OPEN']) }],
    ['or of nothing', { 'filter[logic]': 'or' }],
    ['an unknown logic', { 'filter[logic]': 'xor', 'filter[filters][0][field]': 'name' }],
    ['an unknown operator', where(['stage', 'ne', 'OPEN'])],
    ['an unknown field', where(['colour', 'eq', 'red'])],
    ['a field of a field that has none', where(['stage.name', 'eq', 'OPEN'])],
    ['no operator', { 'filter[0][field]': 'stage', 'filter[0][value]': 'OPEN' }],
    ['a set without a value', { 'filter[0][field]': 'stage', 'filter[0][operator]': 'in' }],
    ['a range of one', where(['created', 'between', ['2026-01-01']])],
    ['a day that does not exist', where(['created', 'gte', '2026-02-30'])],
    ['text', { filter: 'stage' }],
  ])('refuses a filter with %s, in the language of the user', async (_what, parameters) => {
    const reply = await askDaktela(sandbox, `tickets.json${query(parameters)}`);
    expect(reply.status).toBe(400);
    expect(await reply.text()).toMatch(/Filtr|Neznám|Hodnota|Seznam/);
    const french = await askDaktela(sandbox, `tickets.json${query(parameters)}`, { headers: { cookie: 'lang=fr' } });
    expect(await french.text()).toMatch(/filtre|inconnu|valeur/);
  });

  it('goes through references, in filters, sorts and fields', async () => {
    const account = sandbox.daktela.landmarks('demo')?.largestAccount ?? '';
    const { data, total } = await listOf(
      sandbox,
      `tickets.json${query({
        ...where(['contact.account', 'eq', account]),
        'fields[0]': 'name',
        'fields[1]': 'contact.account.name',
        'fields[2]': 'contact.title',
        'sort[0][field]': 'contact.title',
        'sort[0][dir]': 'asc',
        take: 20,
      })}`,
    );
    expect(total).toBeGreaterThan(100);
    expect(data[0]).toEqual({
      name: expect.any(Number),
      contact: { title: expect.any(String), account: { name: account } },
    });
    const byTitle = await listOf(
      sandbox,
      `tickets.json${query({ ...where(['user.title', 'eq', 'jan novak']), take: 1 })}`,
    );
    const logins = sandbox.daktela.landmarks('demo')?.namesakes ?? [];
    const byLogin = await listOf(sandbox, `tickets.json${query({ ...where(['user', 'in', logins]), take: 1 })}`);
    expect([logins.length, byTitle.total]).toEqual([2, byLogin.total]);
  });

  it('finds contacts by what is in their custom fields, and by q', async () => {
    const found = await listOf(sandbox, `contacts.json${query(where(['customFields.number', 'contains', '000012']))}`);
    expect(found.data.length).toBeGreaterThan(0);
    for (const { customFields } of found.data) expect(JSON.stringify(customFields)).toContain('000012');
    const [{ title = '' } = {}] = found.data;
    const searched = await listOf(sandbox, `contacts.json?${new URLSearchParams({ q: String(title).toLowerCase() })}`);
    expect(names(searched.data)).toContain(found.data[0]?.name);
    expect(searched.total).toBeLessThan(2_000);
  });

  it('finds nothing, and says so, where it is sorted by what does not exist', async () => {
    const list = await listOf(sandbox, `tickets.json${query({ 'sort[0][field]': 'colour', 'sort[0][dir]': 'asc' })}`);
    expect(list).toEqual({ data: [], total: 0 });
  });

  it('sorts by several fields, and in no order that says anything without', async () => {
    const sorted = await listOf(
      sandbox,
      `tickets.json${query({ 'sort[0][field]': 'stage', 'sort[0][dir]': 'desc', 'sort[1][field]': 'name', 'sort[1][dir]': 'asc', fields: 'stage,name', take: 1_000 })}`,
    );
    const keys = sorted.data.map(({ stage, name }) => [String(stage), Number(name)] as const);
    const expected = [...keys].sort(([a, b], [c, d]) => (a === c ? b - d : a < c ? 1 : -1));
    expect(keys).toEqual(expected);
    const loose = names((await listOf(sandbox, 'tickets.json?take=50&fields=name')).data).map(Number);
    expect(loose).not.toEqual([...loose].sort((a, b) => a - b));
    expect(loose).not.toEqual([...loose].sort((a, b) => b - a));
  });

  it('gives pages of a hundred, at most a thousand, by skip and take or by page and pageSize', async () => {
    const sort = { 'sort[0][field]': 'name', 'sort[0][dir]': 'asc', fields: 'name' };
    const pageOf = async (more: Record<string, string | number>) =>
      listOf(sandbox, `contacts.json${query({ ...sort, ...more })}`);
    const all = await pageOf({ take: 5_000 });
    expect(all.data).toHaveLength(1_000);
    expect((await pageOf({})).data).toEqual(all.data.slice(0, 100));
    expect((await pageOf({ skip: 30, take: 20 })).data).toEqual(all.data.slice(30, 50));
    expect((await pageOf({ page: 3, pageSize: 20 })).data).toEqual(all.data.slice(40, 60));
    const beyond = await pageOf({ skip: all.total, take: 10 });
    expect(beyond).toEqual({ data: [], total: all.total });
    expect(await pageOf({ total: 'false', take: 1 })).toEqual({ data: all.data.slice(0, 1) });
  });

  it('gives the fields that are asked for, in both forms, and leaves out those that do not exist', async () => {
    const sort = { 'sort[0][field]': 'name', 'sort[0][dir]': 'asc', take: 2 };
    const comma = await listOf(sandbox, `users.json${query({ ...sort, fields: 'name,title,colour' })}`);
    const list = await listOf(sandbox, `users.json${query({ ...sort, 'fields[0]': 'name', 'fields[1]': 'title' })}`);
    expect(comma).toEqual(list);
    expect(Object.keys(list.data[0] ?? {})).toEqual(['name', 'title']);
  });

  it('gives parts of what an activity is, and of custom fields', async () => {
    const { longTicket = 0 } = sandbox.daktela.landmarks('demo') ?? {};
    const fields = { 'fields[0]': 'type', 'fields[1]': 'item.text', 'fields[2]': 'item.direction', take: 100 };
    const { data } = await listOf(
      sandbox,
      `activities.json${query({ ...where(['ticket', 'eq', String(longTicket)]), ...fields })}`,
    );
    const mails = data.filter(({ type }) => type === 'EMAIL');
    expect(mails.length).toBeGreaterThan(3);
    for (const { item } of mails) {
      expect(item).toEqual({ text: expect.stringContaining('<p>'), direction: expect.stringMatching(/^(in|out)$/) });
    }
    for (const { type, item } of data) if (type === 'COMMENT') expect(item).toBeNull();
    const contacts = await listOf(sandbox, 'contacts.json?take=5&fields=customFields.email');
    for (const { customFields } of contacts.data) expect(Object.keys(customFields as object)).toEqual(['email']);
  });

  it('takes every operator that its connectors know', async () => {
    const total = async (operator: string, value: string | string[]) =>
      (await listOf(sandbox, `users.json${query({ ...where(['title', operator, value]), fields: 'name' })}`)).total;
    const novaks = await total('like', '%nov_k%');
    expect(novaks).toBeGreaterThan(1);
    for (const [operator, value] of [
      ['contains', 'Novák'],
      ['endswith', 'novak'],
      ['ends', 'NOVÁK'],
      ['regexp', 'nov[aá]k$'],
    ] as const) {
      expect([operator, await total(operator, value)]).toEqual([operator, novaks]);
    }
    const all = (await listOf(sandbox, 'users.json')).total;
    for (const [operator, value] of [
      ['notlike', '%nov_k%'],
      ['doesnotcontain', 'novák'],
      ['notends', 'Novák'],
    ] as const) {
      expect([operator, await total(operator, value)]).toEqual([operator, all - novaks]);
    }
    const jans = await total('startswith', 'Jan ');
    expect(await total('begins', 'jan ')).toBe(jans);
    expect(await total('notbegins', 'jan ')).toBe(all - jans);
    expect(await total('between', ['J', 'K'])).toBeGreaterThanOrEqual(jans);
    expect((await total('lt', 'K')) + (await total('gte', 'K'))).toBe(all);
    expect((await total('lte', 'K')) + (await total('gt', 'K'))).toBe(all);
    expect((await total('isnull', 'true')) + (await total('isnotnull', 'true'))).toBe(all);
    expect((await total('in', ['Robot'])) + (await total('notin', ['Robot']))).toBe(all);
  });
});
