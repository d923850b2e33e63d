import { expect, it } from 'vitest';
import { keys } from '../../../test/audit-calls.ts';
import { describeStorage } from '../../../test/engines.ts';
import { start, startAll, WITH_PROCESSES } from '../../../test/processes/start.ts';
import type { AuditReport, WriteAudit } from '../../../test/processes/write-audit.ts';
import { openStorage } from '../../storage/storage.ts';
import { createAudit } from '../audit.ts';
import { verifyAudit } from '../verification/verify-audit.ts';
import { AT_RISK } from './record-queue.ts';

const ids = (reports: readonly AuditReport[], did: AuditReport['did']) =>
  reports.filter((report) => report.did === did).map(({ id }) => id);

describeStorage('a process that is killed', (_open, engine) => {
  it('takes no record of a change with it, and of reads no more than it may', WITH_PROCESSES, async () => {
    await using place = await engine.place();
    const { options } = place;
    const storage = await openStorage(options);
    const calls = async () =>
      new Map((await storage.db.selectFrom('mcp_tool_calls').selectAll().execute()).map((call) => [call.id, call]));
    // It must not look after the others by itself meanwhile: what it would do is seen below.
    const audit = await createAudit({ storage, keys, beatMs: 600_000 });
    for (let round = 0; round < 3; round += 1) {
      const input: WriteAudit = { options, readers: 20, changers: 3 };
      const process = await start<AuditReport>('./write-audit.ts', input);
      process.go();
      await expect
        .poll(() => process.reports.length, { interval: 1, timeout: 30_000 })
        .toBeGreaterThan(100 + round * 400);
      process.kill();
      await process.ended;
      const kept = await calls();
      const missing = (did: AuditReport['did']) => ids(process.reports, did).filter((id) => !kept.has(id));
      expect(missing('opened change')).toEqual([]);
      expect(ids(process.reports, 'closed change').filter((id) => kept.get(id)?.status !== 'ok')).toEqual([]);
      expect(new Set(missing('opened read')).size).toBeLessThanOrEqual(AT_RISK.rows);
      expect(
        ids(process.reports, 'closed read').filter((id) => kept.get(id)?.status !== 'ok').length,
      ).toBeLessThanOrEqual(AT_RISK.rows);
      expect(await verifyAudit({ storage, keys })).toMatchObject({ ok: true, calls: kept.size });
    }
    const running = [...(await calls()).values()].filter(({ status }) => status === 'running');
    expect(running.length).toBeGreaterThan(0);
    await audit.stop();

    // Whoever starts next finds what has become of them.
    const next = await createAudit({ storage, keys });
    const kept = await calls();
    expect(running.map(({ id }) => kept.get(id)?.status)).toEqual(running.map(() => 'unknown'));
    expect(await verifyAudit({ storage, keys })).toMatchObject({ ok: true, calls: kept.size });
    await next.stop();
    await storage.close();
  });

  it('leaves a record that can be verified while others go on', WITH_PROCESSES, async () => {
    await using place = await engine.place();
    const { options } = place;
    const storage = await openStorage(options);
    const input: WriteAudit = { options, readers: 5, changers: 1 };
    const processes = await startAll<AuditReport>('./write-audit.ts', [input, input]);
    await expect
      .poll(() => Math.min(...processes.map(({ reports }) => reports.length)), { timeout: 30_000 })
      .toBeGreaterThan(50);
    for (let round = 0; round < 5; round += 1) {
      expect(await verifyAudit({ storage, keys })).toMatchObject({ ok: true });
      if (round === 2) processes[0]?.kill();
    }
    processes[1]?.kill();
    await Promise.all(processes.map(({ ended }) => ended));
    await storage.close();
  });
});
