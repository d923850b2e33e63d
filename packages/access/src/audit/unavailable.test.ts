import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { change, keys, ok, read } from '../../test/audit-calls.ts';
import { describeStorage, type TestStorage } from '../../test/engines.ts';
import { type Audit, createAudit } from './audit.ts';
import type { AuditProblem } from './problem.ts';
import { verifyAudit } from './verification/verify-audit.ts';

describeStorage('while records cannot be written', (openStorage) => {
  let storage: TestStorage;
  let audit: Audit;
  let problems: AuditProblem['kind'][];

  const breakIt = () => sql`alter table mcp_tool_calls rename to away`.execute(storage.db);
  const mendIt = () => sql`alter table away rename to mcp_tool_calls`.execute(storage.db);
  const statuses = async () => {
    const rows = await storage.db.selectFrom('mcp_tool_calls').select(['id', 'status', 'error_code']).execute();
    return new Map(rows.map(({ id, ...how }) => [id, how]));
  };

  beforeEach(async () => {
    problems = [];
    storage = await openStorage();
    audit = await createAudit({ storage, keys, onProblem: ({ kind }) => problems.push(kind) });
  });
  afterEach(async () => {
    await audit.stop();
    await storage.close();
  });

  it('a change is refused, a read is not, and nothing is lost', async () => {
    const under = await audit.open(change);
    await breakIt();
    await expect(audit.open(change)).rejects.toMatchObject({ code: 'UNAVAILABLE', retryable: true });
    const id = await audit.open(read);
    await audit.close(id, ok);
    // The change has happened; its end must not fail the call.
    await audit.close(under, ok);
    expect(await audit.flush()).toBe(false);
    expect(audit.state()).toMatchObject({ healthy: false, lost: 0 });
    expect(problems).toContain('unavailable');

    await mendIt();
    await expect.poll(() => audit.state()).toMatchObject({ healthy: true, atRisk: 0 });
    const kept = await statuses();
    expect(kept.get(id)?.status).toBe('ok');
    expect(kept.get(under)?.status).toBe('ok');
    // What was refused is not there as if it had run.
    for (const [key, how] of kept) {
      if (key !== id && key !== under) expect(how).toEqual({ status: 'error', error_code: 'NOT_RECORDED' });
    }
    expect(problems.at(-1)).toBe('recovered');
    expect(await verifyAudit({ storage, keys })).toMatchObject({ ok: true, calls: kept.size });
  });

  it('reads never wait, and what does not fit is counted', async () => {
    await audit.flush();
    await breakIt();
    await audit.open(read);
    await audit.flush();
    for (let index = 0; index < 10_100; index += 1) await audit.record(read, ok);
    const { lost, atRisk } = audit.state();
    expect(lost).toBeGreaterThan(0);
    expect(lost + atRisk).toBe(10_101);
    expect(problems).toContain('lost');
    await mendIt();
    expect(await audit.flush()).toBe(true);
    expect(await verifyAudit({ storage, keys })).toMatchObject({ ok: true, calls: atRisk });
  });
});
