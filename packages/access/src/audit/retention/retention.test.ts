import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { change, failed, keys, ok, read } from '../../../test/audit-calls.ts';
import { describeStorage, type TestStorage } from '../../../test/engines.ts';
import { auditRows, setAuditRows } from '../../../test/tampering.ts';
import { createAudit } from '../audit.ts';
import type { AuditProblem } from '../problem.ts';
import { verifyAudit } from '../verification/verify-audit.ts';
import { removeOldCalls } from './remove-old-calls.ts';

const DAY = 86_400_000;
const TODAY = Date.UTC(2026, 10, 21);

describeStorage('retention', (openStorage) => {
  let storage: TestStorage;
  let clock: number;
  const now = () => clock;
  const start = () => createAudit({ storage, keys, now, checkpointMs: DAY, beatMs: 1_000_000 });
  const verify = (anchor?: string) => verifyAudit({ storage, keys, anchor });
  const remove = (before: number, onProblem?: (problem: AuditProblem) => void) =>
    removeOldCalls({ storage, keys, before, now, ...(onProblem && { onProblem }) });
  const calls = async () => (await auditRows(storage)).calls;

  beforeEach(async () => {
    clock = TODAY - 100 * DAY;
    storage = await openStorage();
  });
  afterEach(() => storage.close());

  it('removes what is old and leaves what can be verified, whatever has run for how long', {
    timeout: 60_000,
  }, async () => {
    const step = fc.record({
      process: fc.nat(1),
      does: fc.constantFrom('read', 'change', 'close', 'flush', 'restart'),
      days: fc.nat(9),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 5, maxLength: 30 }),
        fc.array(fc.nat(100), { maxLength: 3 }),
        async (steps, cuts) => {
          await setAuditRows(storage, { calls: [], writers: [], checkpoints: [] });
          clock = TODAY - 100 * DAY;
          const processes = [await start(), await start()];
          const open: string[][] = [[], []];
          for (const { process, does, days } of steps) {
            clock = Math.min(clock + days * DAY, TODAY);
            const audit = processes[process];
            const own = open[process] ?? [];
            if (does === 'read' || does === 'change')
              own.push((await audit?.open(does === 'read' ? read : change)) ?? '');
            if (does === 'close') await audit?.close(own.shift() ?? '', failed);
            if (does === 'flush') await audit?.flush();
            if (does !== 'restart') continue;
            await audit?.stop();
            processes[process] = await start();
            own.length = 0;
          }
          for (const audit of processes) await audit.flush();
          for (const ago of [...cuts].sort((a, b) => b - a)) {
            const cut = TODAY - ago * DAY;
            const before = await calls();
            const { calls: removed } = await remove(cut);
            const after = await calls();
            expect(before.length - after.length).toBe(removed);
            const kept = new Set(after.map(({ id }) => id));
            for (const { id, started_at, status } of before) {
              if (started_at >= cut || status === 'running') expect(kept).toContain(id);
            }
            expect(await verify()).toMatchObject({ ok: true, calls: after.length });
          }
          for (const audit of processes) await audit.stop();
          clock = TODAY + DAY;
          await remove(clock);
          expect(await auditRows(storage)).toMatchObject({ calls: [], writers: [] });
          expect(await verify()).toMatchObject({ ok: true, calls: 0, writers: 0 });
        },
      ),
      { numRuns: 8, endOnFailure: true },
    );
  });

  it('goes through a long chain in steps, beside a process that writes to it', async () => {
    const audit = await start();
    for (let index = 0; index < 2_500; index += 1) await audit.record(read, ok);
    await audit.flush();
    clock = TODAY;
    const writing = (async () => {
      for (let index = 0; index < 30; index += 1) await audit.close(await audit.open(change), ok);
    })();
    const [removed, verified] = await Promise.all([remove(TODAY - DAY), verify()]);
    await writing;
    expect(removed).toMatchObject({ calls: 2_500, writers: 0 });
    expect(verified).toMatchObject({ ok: true });
    expect(await verify()).toMatchObject({ ok: true, calls: 30 });
    await audit.stop();
  });

  it('finds calls and chains that are put back', async () => {
    const first = await start();
    for (let index = 0; index < 3; index += 1) await first.close(await first.open(change), ok);
    await first.stop();
    const second = await start();
    await second.close(await second.open(change), ok);
    clock = TODAY;
    await second.close(await second.open(change), ok);
    const old = await auditRows(storage);
    expect(await remove(TODAY - DAY)).toMatchObject({ calls: 4, writers: 1 });
    await second.stop();
    const kept = await auditRows(storage);
    const [oldest] = old.calls;
    const back = old.calls.filter(
      ({ writer }) => writer === kept.writers[0]?.id && kept.calls.every(({ id }) => id !== oldest?.id),
    );

    await setAuditRows(storage, { ...kept, calls: [...kept.calls, ...back.slice(0, 1)] });
    expect(await verify()).toMatchObject({ ok: false, problem: { kind: 'foreign' } });

    const gone = old.writers.filter(({ id }) => kept.writers.every((writer) => writer.id !== id));
    const theirs = old.calls.filter(({ writer }) => gone.some(({ id }) => id === writer));
    await setAuditRows(storage, { ...kept, writers: [...gone, ...kept.writers], calls: [...theirs, ...kept.calls] });
    expect(await verify()).toMatchObject({ ok: false, problem: { kind: 'foreign' } });

    await setAuditRows(storage, { ...kept, checkpoints: [...old.checkpoints, ...kept.checkpoints] });
    expect(await verify()).toMatchObject({ ok: false, problem: { kind: 'foreign' } });

    await setAuditRows(storage, kept);
    expect(await verify()).toMatchObject({ ok: true, calls: 1 });
  });

  it('does not cut what was changed, and says so', async () => {
    const audit = await start();
    for (let index = 0; index < 3; index += 1) await audit.close(await audit.open(change), ok);
    await audit.stop();
    const problems: AuditProblem[] = [];
    await storage.db.deleteFrom('mcp_tool_calls').where('closed_sequence', '=', 6).execute();
    clock = TODAY;
    expect(await remove(TODAY, (problem) => problems.push(problem))).toMatchObject({ calls: 0 });
    expect(problems).toEqual([{ kind: 'tampering', what: expect.any(String) }]);
    expect(await verify()).toMatchObject({ ok: false, problem: { kind: 'missing' } });
  });

  it('keeps an anchor good for as long as its checkpoint is kept, and finds a database that was set back', async () => {
    const audit = await start();
    await audit.close(await audit.open(change), ok);
    const then = await auditRows(storage);
    await audit.stop();
    const { anchor } = await verify();
    const next = await start();
    await next.close(await next.open(change), ok);
    await next.stop();
    expect(await verify(anchor)).toMatchObject({ ok: true });
    const all = await auditRows(storage);
    await setAuditRows(storage, then);
    expect(await verify()).toMatchObject({ ok: true });
    expect(await verify(anchor)).toMatchObject({ ok: false, problem: { kind: 'missing' } });
    await setAuditRows(storage, { calls: [], writers: [], checkpoints: [] });
    expect(await verify(anchor)).toMatchObject({ ok: false, problem: { kind: 'missing' } });
    await setAuditRows(storage, all);
    clock = TODAY + DAY;
    await remove(clock);
    expect(await verify(anchor)).toMatchObject({ ok: true });
    await expect(verify('not an anchor')).rejects.toThrow('anchor');
  });
});
