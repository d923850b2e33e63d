import { describe, expect, it } from 'vitest';
import { NOW, sandboxForTests } from '../harness.ts';
import { listOf, query, recordOf, type Wire, where } from './harness.ts';

const YEAR_MS = 365 * 86_400_000;

describe('the history of Daktela', () => {
  it('is the same for the same seed, and another one for another', async () => {
    const [one, same, other] = await Promise.all([
      sandboxForTests(),
      sandboxForTests(),
      sandboxForTests({ seed: 'something else' }),
    ]);
    const from = NOW.getTime() - 7 * 86_400_000;
    const of = ({ daktela }: typeof one) => [...daktela.activities('demo', from, NOW.getTime())];
    expect(of(one).length).toBeGreaterThan(100);
    expect(of(same)).toEqual(of(one));
    expect(of(other)).not.toEqual(of(one));
  });

  it('goes on with the clock, and what was stays', async () => {
    let now = NOW;
    const { daktela } = await sandboxForTests({ now: () => now });
    const day = NOW.getTime() - 86_400_000;
    const before = [...daktela.activities('demo', day, NOW.getTime())];
    now = new Date(NOW.getTime() + 4 * 3_600_000);
    const after = [...daktela.activities('demo', day, NOW.getTime())];
    expect(after).toEqual(expect.arrayContaining(before));
    expect([...daktela.activities('demo', NOW.getTime(), now.getTime())].length).toBeGreaterThan(0);
  });

  it('links tickets, activities, calls, mails and contacts', async () => {
    const sandbox = await sandboxForTests();
    const tickets = [...sandbox.daktela.tickets('demo', NOW.getTime() - 30 * 86_400_000, NOW.getTime())];
    const ticket = tickets.find(({ activities }) => activities.length > 3);
    const wire = await recordOf(
      sandbox,
      `tickets/${ticket?.name}.json?fields=stage,contact.name,user.name,category.name`,
    );
    expect(wire).toMatchObject({
      stage: ticket?.stage,
      contact: { name: ticket?.contact },
      category: { name: ticket?.category },
    });
    const { data } = await listOf(
      sandbox,
      `activities.json${query({ ...where(['ticket', 'eq', String(ticket?.name)]), 'sort[0][field]': 'time', 'sort[0][dir]': 'asc' })}`,
    );
    expect(data.map(({ name }) => name)).toEqual(ticket?.activities);
    for (const { item, ticket: back } of data) {
      expect((back as Wire).name).toBe(ticket?.name);
      if (typeof item !== 'object' || item === null || !('id_call' in item)) continue;
      const call = await recordOf(sandbox, `activitiesCall/${item.id_call}.json?fields=activities`);
      expect(data.map(({ name }) => name)).toContain(((call.activities as Wire[])[0] as Wire).name);
    }
  });

  it('has merged tickets, families and every stage', async () => {
    const sandbox = await sandboxForTests();
    const total = async (...conditions: Parameters<typeof where>) =>
      (await listOf(sandbox, `tickets.json${query({ ...where(...conditions), take: 1, fields: 'name' })}`)).total;
    const all = await total(['name', 'gt', '0']);
    const merged = await total(['id_merge', 'isnotnull', 'true']);
    expect(merged).toBeGreaterThan(10);
    expect(await total(['id_merge', 'isnull', 'true'])).toBe(all - merged);
    expect(await total(['isParent', 'eq', '1'])).toBeGreaterThan(10);
    const stages = await Promise.all(
      ['OPEN', 'WAIT', 'CLOSE', 'ARCHIVE'].map((stage) => total(['stage', 'eq', stage])),
    );
    expect(stages.every((count) => count > 0)).toBe(true);
    expect(stages.reduce((sum, count) => sum + count)).toBe(all);
    const { data } = await listOf(
      sandbox,
      `tickets.json${query({ ...where(['isParent', 'eq', '1']), take: 1, fields: 'name' })}`,
    );
    expect(await total(['parentTicket', 'eq', String(data[0]?.name)])).toBeGreaterThan(0);
  });

  it('has an hour more on the day when clocks go back, by the wall clock of the instance', async () => {
    const sandbox = await sandboxForTests();
    const from = Date.parse('2026-10-25T00:00:00+02:00');
    const to = Date.parse('2026-10-26T00:00:00+01:00');
    expect(to - from).toBe(25 * 3_600_000);
    const truth = [...sandbox.daktela.calls('busy', from, to)];
    const day = where(['call_time', 'gte', '2026-10-25'], ['call_time', 'lte', '2026-10-25 23:59:59']);
    const { total } = await listOf(sandbox, `activitiesCall.json${query({ ...day, take: 1, fields: 'id_call' })}`, {
      account: 'busy',
    });
    expect(total).toBe(truth.length);
  });

  it('has 200,000 calls a year in the large instance, in which every id is another one', async () => {
    const { daktela } = await sandboxForTests();
    const ids = new Set<string>();
    let calls = 0;
    for (const { id_call } of daktela.calls('busy', NOW.getTime() - YEAR_MS, NOW.getTime())) {
      ids.add(id_call);
      calls++;
    }
    expect(calls).toBeGreaterThan(200_000);
    expect(ids.size).toBe(calls);
  });

  it('is a matter of its instance', async () => {
    const sandbox = await sandboxForTests();
    const total = async (account: 'demo' | 'overseas' | 'empty') =>
      (await listOf(sandbox, 'tickets.json?take=1', { account })).total;
    const [demo, overseas, empty] = [await total('demo'), await total('overseas'), await total('empty')];
    expect(demo).toBeGreaterThan(overseas * 3);
    expect(overseas).toBeGreaterThan(100);
    expect(empty).toBe(0);
    expect(sandbox.daktela.landmarks('empty')).toBeUndefined();
  });
});
