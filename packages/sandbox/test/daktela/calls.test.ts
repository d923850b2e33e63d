import { describe, expect, it } from 'vitest';
import { NOW, sandboxForTests } from '../harness.ts';
import { listOf, query, recordOf, type Wire, where } from './harness.ts';

const FIELDS = { 'fields[0]': 'id_call', 'fields[1]': 'call_time', 'fields[2]': 'answered', 'fields[3]': 'duration' };
const OLDEST_FIRST = {
  'sort[0][field]': 'call_time',
  'sort[0][dir]': 'asc',
  'sort[1][field]': 'id_call',
  'sort[1][dir]': 'asc',
};

describe('calls of Daktela', () => {
  it('are those of the truth, page after page', async () => {
    const sandbox = await sandboxForTests();
    const from = Date.parse('2026-10-12T00:00:00+02:00');
    const to = Date.parse('2026-11-02T00:00:00+01:00');
    const truth = [...sandbox.daktela.calls('demo', from, to)];
    const period = where(['call_time', 'gte', '2026-10-12'], ['call_time', 'lte', '2026-11-01 23:59:59']);
    const found: Wire[] = [];
    for (let skip = 0; ; skip += 250) {
      const page = query({ ...period, ...FIELDS, ...OLDEST_FIRST, skip, take: 250 });
      const { data, total } = await listOf(sandbox, `activitiesCall.json${page}`);
      expect(total).toBe(truth.length);
      found.push(...data);
      if (data.length < 250) break;
    }
    expect(found.length).toBeGreaterThan(500);
    expect(found.map(({ id_call }) => id_call).sort()).toEqual(truth.map(({ id_call }) => id_call).sort());
    const sum = (durations: unknown[]) => durations.reduce<number>((total, one) => total + Number(one), 0);
    expect(sum(found.map(({ duration }) => duration))).toBe(sum(truth.map(({ duration_s }) => duration_s)));
  });

  it('are found by their ids, which have a dot', async () => {
    const sandbox = await sandboxForTests();
    const [call] = sandbox.daktela.calls('demo', NOW.getTime() - 86_400_000, NOW.getTime());
    const id = call?.id_call ?? '';
    for (const path of [`${id}.json`, id, `${id.replace('.', '%2E')}.json`]) {
      expect(await recordOf(sandbox, `activitiesCall/${path}`)).toMatchObject({
        id_call: id,
        duration: call?.duration_s,
      });
    }
  });
});
