import { describe, expect, it } from 'vitest';
import { readCallQuery, searchOf } from './call-query.ts';

const now = new Date('2026-10-25T23:30:00Z');

describe('an empty query', () => {
  it('asks for the last 30 days of Paris, where it is tomorrow already', () => {
    const { values, asked } = readCallQuery({}, { now });
    expect(values).toMatchObject({ from: '2026-09-27', to: '2026-10-26', tz: 'Europe/Paris' });
    expect(asked).toMatchObject({ start_date: '2026-09-27', end_date: '2026-10-26', cursor: undefined });
    expect(asked?.filters).toEqual({
      from: Date.parse('2026-09-26T22:00:00Z'),
      to: Date.parse('2026-10-26T23:00:00Z'),
    });
  });

  it('is what a form sends in which nothing was filled in', () => {
    const empty = { from: '', to: '', tz: ' ', tool: '', status: '', client: '', token: '', user: '', lang: 'fr' };
    expect(readCallQuery(empty, { now })).toEqual(readCallQuery({}, { now }));
  });
});

it('reads every field, and the same again from the address that it makes', () => {
  const given = {
    from: '2026-10-25',
    to: '2026-10-25',
    tz: 'Asia/Kathmandu',
    tool: 'voxolib_dids',
    status: 'denied',
    client: 'Łódź & co',
    token: 'tok_1',
    user: 'voxolib:ab12',
  };
  const query = readCallQuery(given, { now });
  expect(query.asked?.filters).toEqual({
    from: Date.parse('2026-10-24T18:15:00Z'),
    to: Date.parse('2026-10-25T18:15:00Z'),
    subject: 'voxolib:ab12',
    tokenId: 'tok_1',
    tool: 'voxolib_dids',
    status: 'denied',
    client: 'Łódź & co',
  });
  const search = new URLSearchParams(searchOf(query, { cursor: '12-ab' }));
  const again = readCallQuery(Object.fromEntries(search), { now });
  expect(again).toEqual({ ...query, asked: { ...query.asked, cursor: '12-ab' } });
});

it.each([
  [{ from: '2026-02-30' }, { from: 'date' }],
  [{ from: '26-02-01' }, { from: 'date' }],
  [{ to: '1999-12-31' }, { to: 'date' }],
  [{ from: '2026-10-02', to: '2026-10-01' }, { to: 'order' }],
  [{ from: '2026-10-27', to: '2026-10-28' }, { from: 'future' }],
  [{ from: '2025-10-24', to: '2026-10-25' }, { from: 'tooLong' }],
  [{ tz: '+02:00' }, { tz: 'tz' }],
  [{ tz: 'Europe/Nowhere' }, { tz: 'tz' }],
  [{ tool: "' or 1=1 --" }, { tool: 'tool' }],
  [{ status: 'OK' }, { status: 'status' }],
  [{ client: 'a\u0000b' }, { client: 'text' }],
  [{ client: 'a\u202eb' }, { client: 'text' }],
  [{ token: 'x'.repeat(201) }, { token: 'text' }],
  [{ user: ['a', 'b'] }, { user: 'twice' }],
  [{ user: { a: 'b' } }, { user: 'twice' }],
  [{ cursor: ['1', '2'] }, { cursor: 'twice' }],
  [
    { from: 'x', status: 'y', tool: '<b>' },
    { from: 'date', status: 'status', tool: 'tool' },
  ],
] as const)('finds what is wrong with %j', (given, problems) => {
  const query = readCallQuery(given, { now });
  expect(query.problems).toEqual(problems);
  expect(query.asked).toBeUndefined();
});

it('allows a whole leap year', () => {
  expect(readCallQuery({ from: '2024-01-01', to: '2024-12-31' }, { now }).problems).toEqual({});
});

it.each([{}, { user: 'voxolib:other' }, { user: ['voxolib:other', 'voxolib:own'] }, { subject: 'voxolib:other' }])(
  'asks for nobody but the one whose page it is, whatever is in %j',
  (given) => {
    const { asked } = readCallQuery(given, { now, subject: 'voxolib:own' });
    expect(asked?.filters.subject).toBe('voxolib:own');
  },
);
