import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { change, denied, failed, keys, ok, read } from '../../test/audit-calls.ts';
import { describeStorage, type TestStorage } from '../../test/engines.ts';
import { type Audit, type AuditOptions, createAudit } from './audit.ts';
import type { AuditProblem } from './problem.ts';
import { verifyAudit } from './verification/verify-audit.ts';
import { AT_RISK } from './writer/record-queue.ts';

describeStorage('the audit', (openStorage) => {
  let storage: TestStorage;
  let problems: AuditProblem[];
  const audits: Audit[] = [];

  const start = async (options: Partial<AuditOptions> = {}) => {
    const audit = await createAudit({ storage, keys, onProblem: (problem) => problems.push(problem), ...options });
    audits.push(audit);
    return audit;
  };
  const rows = () => storage.db.selectFrom('mcp_tool_calls').selectAll().orderBy('id').execute();
  const verify = () => verifyAudit({ storage, keys });

  beforeEach(async () => {
    problems = [];
    storage = await openStorage();
  });
  afterEach(async () => {
    for (const audit of audits.splice(0)) await audit.stop();
    await storage.close();
  });

  it('is no longer checked when the check is told to end', async () => {
    const audit = await start();
    await audit.record(read, ok);
    await audit.flush();
    const signal = AbortSignal.abort(new Error('the server stops'));
    await expect(verifyAudit({ storage, keys, signal })).rejects.toThrow('the server stops');
  });

  it('holds a call that has ended, in one row', async () => {
    const audit = await start();
    const id = await audit.open(read);
    await audit.close(id, ok);
    await audit.flush();
    expect(await rows()).toEqual([
      expect.objectContaining({
        id,
        subject: 'voxolib:1234',
        token_id: 'tok_1',
        client_name: 'a client',
        client_version: '1.2.3',
        tool: 'stats',
        scope: 'mcp.stats.read',
        changes: 0,
        arguments: JSON.stringify(read.arguments),
        status: 'ok',
        error_code: null,
        answer_rows: 20,
        vendor_calls: 1,
        bytes: 1234,
        duration_ms: expect.any(Number),
        opened_sequence: null,
        closed_sequence: 1,
      }),
    ]);
    expect(await verify()).toMatchObject({ ok: true, calls: 1, writers: 1 });
  });

  it('has a change on the disk before it runs, and its end before the answer is given', async () => {
    const audit = await start();
    const id = await audit.open(change);
    expect(await rows()).toEqual([expect.objectContaining({ id, status: 'running', changes: 1 })]);
    expect(await verify()).toMatchObject({ ok: true, calls: 1 });
    await audit.close(id, failed);
    expect(await rows()).toEqual([
      expect.objectContaining({ id, status: 'error', error_code: 'UNAVAILABLE', missing: '["2026-11-03"]' }),
    ]);
    expect(await verify()).toMatchObject({ ok: true, calls: 1 });
  });

  it('writes reads by itself, those that take longer as running first', async () => {
    const audit = await start();
    const id = await audit.open(read);
    await expect.poll(rows).toEqual([expect.objectContaining({ id, status: 'running', opened_sequence: 1 })]);
    await audit.close(id, ok);
    await expect.poll(rows).toEqual([expect.objectContaining({ id, status: 'ok', closed_sequence: 2 })]);
    expect(audit.state()).toEqual({ healthy: true, atRisk: 0, lost: 0, running: 0 });
  });

  it('never has more rows at risk than it may, however many calls there are at once', async () => {
    const audit = await start();
    const seen: number[] = [];
    await Promise.all(
      Array.from({ length: 1_000 }, async () => {
        const id = await audit.open(read);
        seen.push(audit.state().atRisk);
        await audit.close(id, ok);
        seen.push(audit.state().atRisk);
      }),
    );
    expect(Math.max(...seen)).toBeLessThanOrEqual(AT_RISK.rows);
    expect(Math.max(...seen)).toBeGreaterThan(1);
    await audit.stop();
    expect(await verify()).toMatchObject({ ok: true, calls: 1_000 });
  });

  it('holds calls that were refused', async () => {
    const audit = await start();
    await audit.record(change, denied);
    await audit.stop();
    expect(await rows()).toEqual([expect.objectContaining({ status: 'denied', error_code: 'FORBIDDEN' })]);
  });

  it('says that a call which was running when it stopped is unknown', async () => {
    const audit = await start();
    await audit.open(change);
    await audit.open(read);
    await audit.stop();
    expect((await rows()).map(({ status }) => status)).toEqual(['unknown', 'unknown']);
    expect(await verify()).toMatchObject({ ok: true, calls: 2 });
  });

  it('can be verified whatever callers put into it', async () => {
    const audit = await start();
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    const number = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(Number.NaN, -0, 2 ** 53, 1e300));
    const call = fc.record({
      start: fc.record({
        subject: text,
        tokenId: text,
        clientId: text,
        clientName: text,
        clientVersion: text,
        tool: text,
        scope: text,
        changes: fc.boolean(),
        arguments: fc.anything(),
      }),
      end: fc.record({
        status: fc.constantFrom('ok' as const, 'error' as const, 'denied' as const),
        errorCode: text,
        rows: number,
        missing: fc.array(text, { maxLength: 30 }),
        vendorCalls: number,
        bytes: number,
      }),
    });
    await fc.assert(
      fc.asyncProperty(call, async ({ start, end }) => {
        await audit.close(await audit.open(start), end);
        await audit.record(start, end);
      }),
      { numRuns: 100 },
    );
    expect(await audit.flush()).toBe(true);
    expect(await verify()).toMatchObject({ ok: true, calls: 200 });
    expect(problems).toEqual([]);
  });

  it('is one record of many processes', async () => {
    const many = await Promise.all(Array.from({ length: 4 }, () => start()));
    await Promise.all(
      many.flatMap((audit) =>
        Array.from({ length: 100 }, async (_, index) => {
          const id = await audit.open(index % 5 === 0 ? change : read);
          if (index % 3 === 0) await audit.flush();
          await audit.close(id, index % 7 === 0 ? failed : ok);
        }),
      ),
    );
    for (const audit of many) await audit.stop();
    expect(await verify()).toMatchObject({ ok: true, calls: 400, writers: 4 });
    expect(problems).toEqual([]);
  });
});
