import { describe, expect, it } from 'vitest';
import { FaultError } from '../../src/index.ts';
import { sandboxForTests } from '../harness.ts';
import { askDaktela, envelopeOf, listOf, type Wire } from './harness.ts';

const sandbox = await sandboxForTests();
const LIST = 'tickets.json?take=30&fields=name,title,user,customFields,unread,created,parentTicket';

describe('faults of Daktela', () => {
  it('belong to one endpoint, to a relation, or to all', async () => {
    const { daktela } = sandbox;
    daktela.setFault('status=403', { operation: 'activitiesEmail' });
    daktela.setFault('status=500', { operation: 'activities/attachments', times: 1 });
    expect((await askDaktela(sandbox, 'activitiesEmail.json')).status).toBe(403);
    expect((await askDaktela(sandbox, 'tickets.json?take=1')).status).toBe(200);
    expect((await askDaktela(sandbox, 'activities/a/attachments.json')).status).toBe(500);
    expect((await askDaktela(sandbox, 'activities/a/attachments.json')).status).toBe(404);
    daktela.setFault('status=503');
    expect((await askDaktela(sandbox, 'login.json', { method: 'POST' })).status).toBe(503);
    daktela.setFault(undefined);
    expect((await askDaktela(sandbox, 'activitiesEmail.json?take=1')).status).toBe(200);
    expect(() => daktela.setFault('extra-day')).toThrow(FaultError);
  });

  it.each(['5', 'date:+30'])('may ask to wait: %s', async (after) => {
    const reply = await askDaktela(sandbox, LIST, { fault: `status=429;retry-after=${after}` });
    expect([reply.status, reply.headers.get('retry-after')]).toEqual([429, expect.stringMatching(/^5$|GMT$/)]);
    expect(await reply.json()).toMatchObject({ error: ['Příliš mnoho požadavků'] });
  });

  it.each(['status=502', 'html', 'empty', 'invalid-json'])('may answer with what is no JSON: %s', async (fault) => {
    const text = await (await askDaktela(sandbox, LIST, { fault })).text();
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });

  it('may redirect to another origin', async () => {
    const reply = await askDaktela(sandbox, LIST, { fault: 'redirect=https://elsewhere.example/' });
    expect([reply.status, reply.headers.get('location')]).toEqual([302, 'https://elsewhere.example/']);
  });

  it('may have an error in an answer that calls itself good, and a refusal in words', async () => {
    expect(await envelopeOf(sandbox, LIST, { fault: 'error-200=Databáze' })).toMatchObject({
      error: { primary: ['Databáze'] },
    });
    const refused = await askDaktela(sandbox, LIST, { fault: 'refused=Nelze' });
    expect([refused.status, await refused.json()]).toEqual([
      400,
      expect.objectContaining({ error: { primary: [], form: { filter: ['Nelze'] } } }),
    ]);
  });

  it.each([
    ['total=text', expect.stringMatching(/^\d+$/)],
    ['total=null', null],
    ['total=absent', undefined],
  ])('may count in another way: %s', async (fault, expected) => {
    const { result } = await envelopeOf(sandbox, LIST, { fault });
    expect((result as Wire).total).toEqual(expected);
  });

  it('may key the records of a list by their names', async () => {
    const { data } = await listOf(sandbox, LIST);
    const { result } = await envelopeOf(sandbox, LIST, { fault: 'keyed' });
    expect((result as Wire).data).toEqual(Object.fromEntries(data.map((record) => [String(record.name), record])));
  });

  it('may not tell the zone', async () => {
    expect(await envelopeOf(sandbox, LIST, { fault: 'no-timezone' })).not.toHaveProperty('_timezone');
  });

  it('may make the text of a mail 5 MB long', async () => {
    const { data } = await listOf(sandbox, 'activitiesEmail.json?take=1&fields=name,text', { fault: 'large-text' });
    expect(String(data[0]?.text).length).toBeGreaterThan(5_000_000);
  });

  it('may give everything in every shape at once', async () => {
    const { result, error } = await envelopeOf(sandbox, LIST, { fault: 'loose' });
    const records = Object.values((result as { data: Record<string, Wire> }).data);
    const users = records.map(({ user }) =>
      typeof user === 'object' && user !== null ? Object.keys(user).length : typeof user,
    );
    expect([error, records.length, typeof (result as Wire).total]).toEqual([{}, 30, 'string']);
    for (const shape of [0, 2, 'string', 'object']) expect(users).toContain(shape);
    for (const { name, unread } of records)
      expect([typeof name, typeof unread]).toEqual(['string', expect.stringMatching(/number|string/)]);
    const single = await envelopeOf(sandbox, `tickets/${records[0]?.name}.json`, { fault: 'loose' });
    expect(single.result).toHaveProperty('something_new');
  });
});
