import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { change, denied, failed, keys, ok, read } from '../../../test/audit-calls.ts';
import { describeStorage, type TestStorage } from '../../../test/engines.ts';
import {
  type AuditRows,
  auditRows,
  dropConstraints,
  kinds,
  setAuditRows,
  tampered,
  tampering,
} from '../../../test/tampering.ts';
import { createAudit } from '../audit.ts';
import { verifyAudit } from './verify-audit.ts';

/** What a process does next. */
const step = fc.oneof(
  { weight: 3, arbitrary: fc.constant('read' as const) },
  { weight: 2, arbitrary: fc.constant('change' as const) },
  { weight: 4, arbitrary: fc.constant('close' as const) },
  { weight: 1, arbitrary: fc.constant('record' as const) },
  { weight: 2, arbitrary: fc.constant('flush' as const) },
  { weight: 1, arbitrary: fc.constant('stop' as const) },
);
const history = fc.array(fc.record({ process: fc.nat(2), step }), { minLength: 10, maxLength: 30 });
const acts = fc.array(tampering, { minLength: 20, maxLength: 20 });
type History = typeof history extends fc.Arbitrary<infer Value> ? Value : never;

describeStorage('tampering', (openStorage) => {
  let storage: TestStorage;
  beforeAll(async () => {
    storage = await openStorage();
    await dropConstraints(storage);
  });
  afterAll(() => storage.close());

  /** Three processes at once. Gives what was kept at some times, and at the end. */
  async function live(steps: History): Promise<AuditRows[]> {
    const processes = await Promise.all([0, 1, 2].map(() => createAudit({ storage, keys })));
    const open: string[][] = [[], [], []];
    const stopped = new Set<number>();
    const kept: AuditRows[] = [];
    for (const { process, step } of steps) {
      const audit = processes[process];
      const calls = open[process] ?? [];
      if (audit === undefined || stopped.has(process)) continue;
      if (step === 'read') calls.push(await audit.open(read));
      if (step === 'change') calls.push(await audit.open(change));
      if (step === 'close') await audit.close(calls.shift() ?? '', failed);
      if (step === 'record') await audit.record(change, denied);
      if (step === 'stop') {
        await audit.stop();
        stopped.add(process);
      }
      if (step !== 'flush') continue;
      await audit.flush();
      kept.push(await auditRows(storage));
    }
    for (const [index, audit] of processes.entries()) {
      await audit.close(open[index]?.shift() ?? '', ok);
      // One is in the middle of its work.
      if (index === 2) await audit.flush();
      else await audit.stop();
    }
    kept.push(await auditRows(storage));
    await processes[2]?.stop();
    return kept;
  }

  it('of any single kind is found, whatever the processes have done', { timeout: 120_000 }, async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(history, acts, async (steps, acts) => {
        await setAuditRows(storage, { calls: [], writers: [], checkpoints: [] });
        const kept = await live(steps);
        const last = kept.at(-1);
        if (last === undefined) return;
        await setAuditRows(storage, last);
        const honest = await verifyAudit({ storage, keys });
        expect(honest).toMatchObject({ ok: true, calls: last.calls.length });
        for (const act of acts) {
          const after = tampered(last, act, kept);
          if (after === undefined) continue;
          await setAuditRows(storage, after);
          const found = await verifyAudit({ storage, keys });
          expect(found, JSON.stringify(act)).toMatchObject({ ok: false, problem: { what: expect.any(String) } });
          seen.add(act.kind);
        }
        await setAuditRows(storage, last);
        expect(await verifyAudit({ storage, keys })).toEqual(honest);
      }),
      { numRuns: 6, endOnFailure: true },
    );
    // Of 120, each of the nine kinds has its turn, some of them in vain.
    expect(seen.size).toBeGreaterThanOrEqual(kinds.length - 2);
  });
});
