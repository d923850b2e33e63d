import { type Sandbox, startSandbox } from '@voxolib/sandbox';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tokenOptionsFor } from '../../../test/sandbox-options.ts';
import { daktela } from '../index.ts';
import { bestHits, matchOne } from './match.ts';

const subject = { filter: 'agent', many: 'agents', look: 'List the agents to see which there are.' };
const people = [
  { id: 'jan.novak', title: 'Jan Novák' },
  { id: 'jan.novak2', title: 'Jan Novák' },
  { id: 'eva.novakova', title: 'Eva Nováková' },
  { id: 'eva', title: 'Émile Dvořák', other: 'The boss' },
  { id: '4001', title: 'Hotline' },
  { id: '4002', title: '4001' },
];

describe('a name', () => {
  test.each([
    ['an id before anything else', '4001', '4001'],
    ['an id though it is a part of others', 'eva', 'eva'],
    ['a title without case and accents', 'emile DVORAK', 'eva'],
    ['an alias', 'the boss', 'eva'],
    ['a part that one alone has', 'novakova', 'eva.novakova'],
    ['words in another order', 'Nováková  eva', 'eva.novakova'],
  ])('is %s', (_, asked, id) => {
    expect(matchOne(asked, people, subject).id).toBe(id);
  });

  test('of two people is neither', () => {
    const refused = {
      code: 'INVALID_INPUT',
      field: 'agent',
      message: expect.stringMatching(/jan\.novak\).*jan\.novak2/),
    };
    expect(() => matchOne('jan novak', people, subject)).toThrow(expect.objectContaining(refused));
  });

  test('of nobody says who there are, or where to look when they are many', () => {
    const few = {
      code: 'INVALID_INPUT',
      field: 'agent',
      message: expect.stringMatching(/There are: .*; Hotline \(4001\)/),
    };
    expect(() => matchOne('Karel', people, subject)).toThrow(expect.objectContaining(few));
    const crowd = [...people, ...Array.from({ length: 9 }, (_, place) => ({ id: `agent${place}` }))];
    const many = { ...few, message: expect.stringContaining('List the agents') };
    expect(() => matchOne('Karel', crowd, subject)).toThrow(expect.objectContaining(many));
  });

  test('of many lists ten', () => {
    const many = Array.from({ length: 30 }, (_, place) => ({ id: `agent${place}`, title: `Agent ${place}` }));
    const refused = { message: expect.stringMatching(/^([^;]*;){9}[^;]*, and 20 more\./) };
    expect(() => matchOne('agent', many, subject)).toThrow(expect.objectContaining(refused));
  });
});

test('an exact id is always found, and whatever is found fits', () => {
  const word = fc.constantFrom('jan', 'Jan', 'nová', 'nova', 'Novák', 'eva', '1', '12');
  const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  const list = fc.uniqueArray(fc.record({ id: name, title: name }), { selector: ({ id }) => id, minLength: 1 });
  fc.assert(
    fc.property(list, name, fc.nat(), (candidates, asked, place) => {
      const one = candidates[place % candidates.length];
      expect(bestHits(one?.id ?? '', candidates)).toEqual([one]);
      for (const hit of bestHits(asked, candidates)) expect(candidates).toContain(hit);
    }),
  );
});

describe('at an instance', () => {
  let sandbox: Sandbox;
  const now = () => new Date('2026-11-20T14:05:09Z');
  beforeAll(async () => {
    sandbox = await startSandbox({ now });
  });
  afterAll(() => sandbox.close());
  const centre = (account: 'demo' | 'restricted' = 'demo') =>
    daktela(tokenOptionsFor(sandbox, account, { now, retries: 0 })).contactCentre;

  test('a name that two agents share is answered with both', async () => {
    const refused = { code: 'INVALID_INPUT', field: 'agent', message: expect.stringContaining('jan.novak2') };
    await expect(centre().tickets.list({ agent: ['Jan Novák'] }, {})).rejects.toMatchObject(refused);
  });

  test('what names were taken for is told', async () => {
    const { resolved } = await centre().tickets.list({ category: ['OBCHOD'], agent: ['jan.novak2'] }, { take: 1 });
    expect(resolved).toEqual({
      category: [{ id: 'categories_0005', title: 'Obchod' }],
      agent: [{ id: 'jan.novak2', title: 'Jan Novák' }],
    });
  });

  test('a contact is found by name, id or address, and several are candidates', async () => {
    const { crm, tickets } = centre();
    const { records } = await crm.contacts({}, { take: 50, skip: 100 });
    const one = records.find(({ emails }) => emails.length > 0);
    for (const contact of [one?.id ?? '', one?.emails[0] ?? '']) {
      const { resolved } = await tickets.list({ contact }, { take: 1 });
      expect(resolved?.contact).toEqual([{ id: one?.id, title: one?.name }]);
    }
    const several = { code: 'INVALID_INPUT', field: 'contact', message: expect.stringMatching(/several contacts/) };
    await expect(tickets.list({ contact: one?.name.split(' ')[0] ?? '' }, {})).rejects.toMatchObject(several);
    const nobody = { code: 'INVALID_INPUT', field: 'contact', message: expect.stringContaining('Search the contacts') };
    await expect(tickets.list({ contact: 'Nobody At All' }, {})).rejects.toMatchObject(nobody);
  });

  test('whoever may not read the list of agents filters by ids, and is told', async () => {
    const { warnings, resolved } = await centre('restricted').tickets.list({ agent: ['jan.novak2'] }, { take: 1 });
    expect(resolved).toEqual({ agent: [{ id: 'jan.novak2' }] });
    expect(warnings).toEqual([expect.stringContaining('agents')]);
  });

  test('lists are asked for once', async () => {
    const { tickets } = centre();
    await tickets.list({ agent: ['jan.novak2'] }, { take: 1 });
    sandbox.daktela.clearRequests();
    await tickets.list({ agent: ['jan.novak2'] }, { take: 1 });
    expect(sandbox.daktela.requests).toHaveLength(1);
  });

  test.each(['', '  ', 'a\u0000b', 'x'.repeat(201)])('%j is no name', async (agent) => {
    await expect(centre().tickets.list({ agent: [agent] }, {})).rejects.toMatchObject({ field: 'agent' });
  });
});
