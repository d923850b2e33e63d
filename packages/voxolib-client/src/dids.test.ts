import { expect, test } from 'vitest';
import { failureOf } from '../test/failure-of.ts';
import { clientOf } from '../test/fake-fetch.ts';

const counts = { total: 12, active: 10, suspended: 1, other: 1 };

test('counts may come as text, and beside more than is read', async () => {
  const now = new Date('2026-03-31T12:00:00Z');
  const data = { total: '12', active: '10', suspended: 1, other: '1', ported: 3 };
  await expect(clientOf([{ data }], { now: () => now }).dids.count()).resolves.toEqual({ counts, receivedAt: now });
});

test.each([[undefined], [null], [[]], [{}], [7], [{ ...counts, other: null }], [{ ...counts, total: -1 }]])(
  '%j is refused',
  async (data) => {
    expect((await failureOf(clientOf([{ data }]).dids.count())).code).toBe('BAD_RESPONSE');
  },
);
