import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change, denied, failed, keys, ok, read } from '../../../test/audit-calls.ts';
import { describeStorage, type TestStorage } from '../../../test/engines.ts';
import { createAudit } from '../audit.ts';
import { countCalls, countCallsByDay } from './count-calls.ts';
import { recentCalls } from './recent-calls.ts';

const at = (time: string) => Date.parse(time);

describeStorage('queries', (openStorage) => {
  let storage: TestStorage;

  beforeAll(async () => {
    storage = await openStorage();
    let clock = 0;
    const audit = await createAudit({ storage, keys, now: () => clock });
    const call = async (time: string, start: typeof read, end: typeof ok) => {
      clock = at(time);
      await audit.record(start, end);
    };
    // The clocks of Paris go back on 25 October 2026, and that day has 25 hours.
    await call('2026-10-24T21:59:59.999Z', read, ok);
    await call('2026-10-24T22:00:00Z', read, ok);
    await call('2026-10-25T22:59:59.999Z', change, failed);
    await call('2026-10-25T23:00:00Z', change, denied);
    await call(
      '2026-10-27T12:00:00Z',
      { ...read, subject: 'other', clientId: 'c2', clientName: 'another', tokenId: 't2' },
      ok,
    );
    await audit.stop();
  });
  afterAll(() => storage.close());

  describe('recent calls', () => {
    it('come a page at a time, the newest first, without what is of the chain', async () => {
      const seen = [];
      let cursor: string | undefined;
      do {
        const page = await recentCalls(storage, { limit: 2, ...(cursor && { cursor }) });
        expect(page.calls.length).toBeLessThanOrEqual(2);
        seen.push(...page.calls);
        cursor = page.next;
      } while (cursor !== undefined);
      expect(seen.map(({ started_at }) => new Date(started_at).toISOString())).toEqual([
        '2026-10-27T12:00:00.000Z',
        '2026-10-25T23:00:00.000Z',
        '2026-10-25T22:59:59.999Z',
        '2026-10-24T22:00:00.000Z',
        '2026-10-24T21:59:59.999Z',
      ]);
      expect(Object.keys(seen[0] ?? {}).filter((name) => /hash|sequence|writer/.test(name))).toEqual([]);
    });

    it.each([
      [{ subject: 'other' }, 1],
      [{ subject: "' or 1=1 --" }, 0],
      [{ tool: 'route' }, 2],
      [{ status: 'denied' as const }, 1],
      [{ client: 'c2' }, 1],
      [{ client: 'another' }, 1],
      [{ tokenId: 'tok_1', status: 'ok' as const }, 2],
      [{ from: at('2026-10-24T22:00:00Z'), to: at('2026-10-25T23:00:00Z') }, 2],
      [{}, 5],
    ])('match %j', async (filters, count) => {
      expect((await recentCalls(storage, { filters })).calls).toHaveLength(count);
    });

    it('keep to the filters whatever the cursor says', async () => {
      const { next } = await recentCalls(storage, { limit: 1 });
      const { calls } = await recentCalls(storage, { filters: { subject: 'voxolib:1234' }, cursor: next });
      expect(calls).toHaveLength(4);
    });

    it.each(['', 'x', '1-2', "1-'; drop table mcp_tool_calls; --", `${'9'.repeat(400)}-${'0'.repeat(36)}`])(
      'refuse the cursor %j',
      async (cursor) => {
        await expect(recentCalls(storage, { cursor })).rejects.toMatchObject({
          code: 'INVALID_INPUT',
          field: 'cursor',
        });
      },
    );
  });

  describe('counts', () => {
    it('by tool and status', async () => {
      expect(await countCalls(storage)).toEqual([
        { tool: 'route', status: 'denied', calls: 1 },
        { tool: 'route', status: 'error', calls: 1 },
        { tool: 'stats', status: 'ok', calls: 3 },
      ]);
      expect(await countCalls(storage, { subject: 'other' })).toEqual([{ tool: 'stats', status: 'ok', calls: 1 }]);
    });

    it('by day of a zone, also where a day has 25 hours, with days without calls', async () => {
      const period = { start_date: '2026-10-24', end_date: '2026-10-27', tz: 'Europe/Paris' };
      expect(await countCallsByDay(storage, period)).toEqual([
        { date: '2026-10-24', total: 1, byStatus: { ok: 1 } },
        { date: '2026-10-25', total: 2, byStatus: { ok: 1, error: 1 } },
        { date: '2026-10-26', total: 1, byStatus: { denied: 1 } },
        { date: '2026-10-27', total: 1, byStatus: { ok: 1 } },
      ]);
      const others = await countCallsByDay(storage, { ...period, tz: 'UTC', filters: { subject: 'voxolib:1234' } });
      expect(others.map(({ total }) => total)).toEqual([2, 2, 0, 0]);
    });

    it('of a year at most', async () => {
      const period = { start_date: '2026-01-01', tz: 'UTC' };
      expect(await countCallsByDay(storage, { ...period, end_date: '2026-12-31' })).toHaveLength(365);
      for (const end_date of ['2028-01-01', '2025-12-31', 'tomorrow']) {
        await expect(countCallsByDay(storage, { ...period, end_date })).rejects.toMatchObject({
          code: 'INVALID_INPUT',
        });
      }
    });
  });
});
