import { afterEach, beforeEach, expect, it } from 'vitest';
import { change, keys, ok, read } from '../../../test/audit-calls.ts';
import { describeStorage, type TestStorage } from '../../../test/engines.ts';
import { type Audit, type AuditOptions, createAudit } from '../audit.ts';
import { callId } from '../call-id.ts';
import { baseParts, CHAIN_START, openedParts, writerParts } from '../chain.ts';
import { addCheckpoint } from '../checkpoints.ts';
import type { AuditProblem } from '../problem.ts';
import { createSignatures } from '../signatures.ts';
import { runningCall } from '../tool-call.ts';
import { verifyAudit } from '../verification/verify-audit.ts';
import { beginChain } from './chain-writer.ts';
import { takeOver } from './take-over.ts';

const signatures = createSignatures(keys);

describeStorage('a chain', (openStorage) => {
  let storage: TestStorage;
  let problems: AuditProblem[];
  const audits: Audit[] = [];

  const onProblem = (problem: AuditProblem) => problems.push(problem);
  const context = () => ({ storage, signatures, process: '', now: Date.now, onProblem });
  const start = async (options: Partial<AuditOptions> = {}) => {
    const audit = await createAudit({ storage, keys, onProblem, ...options });
    audits.push(audit);
    return audit;
  };
  const rows = () => storage.db.selectFrom('mcp_tool_calls').selectAll().orderBy('id').execute();
  const writers = () => storage.db.selectFrom('audit_writers').selectAll().orderBy('id').execute();
  const verify = () => verifyAudit({ storage, keys });

  /** As a process leaves it that died with a call under way, on a machine that is not ours. */
  async function leaveDeadChain(): Promise<string> {
    const id = callId(Date.now() - 60_000);
    const call = { ...runningCall(change, Date.now(), signatures), writer: id, opened_sequence: 1 };
    const head = signatures.sign(openedParts(call, { sequence: 1, previous: CHAIN_START }));
    const base = { id, base_sequence: 0, base_hash: CHAIN_START };
    const checkpoint = await addCheckpoint(storage.db, signatures, { heads: [[id, 0, CHAIN_START]], now: Date.now() });
    const chain = { id, process: '', started_at: 0, state: 'live' as const, sequence: 1, head, checkpoint };
    const seals = { seal: signatures.sign(writerParts(chain)), base_seal: signatures.sign(baseParts(base)) };
    await storage.db
      .insertInto('audit_writers')
      .values({ ...chain, ...base, ...seals, beat: 1 })
      .execute();
    await storage.db
      .insertInto('mcp_tool_calls')
      .values({ ...call, opened_hash: head })
      .execute();
    return call.id;
  }

  beforeEach(async () => {
    problems = [];
    storage = await openStorage();
  });
  afterEach(async () => {
    for (const audit of audits.splice(0)) await audit.stop();
    await storage.close();
  });

  it('takes rows once, though they are written twice because nobody knew', async () => {
    const writer = await beginChain(context());
    const open = { row: runningCall(read, Date.now(), signatures), startedAt: 0, refused: false };
    const batch = writer.chain([{ open, since: 0 }]);
    await writer.write(batch);
    await writer.write(batch);
    expect(writer.head).toEqual(batch.to);
    await writer.write(writer.chain([{ open, ended: { ...open.row, status: 'ok' }, since: 0 }]));
    expect(await rows()).toEqual([expect.objectContaining({ status: 'ok', opened_sequence: 1, closed_sequence: 2 })]);
    expect(await verify()).toMatchObject({ ok: true, calls: 1 });
    await writer.end();
  });

  it('that was ended by another process is followed by a new one, and nothing is lost', async () => {
    const audit = await start();
    const under = await audit.open(change);
    const [writer] = await writers();
    if (writer === undefined) throw new Error('no chain');
    expect(await takeOver(context(), writer)).toBe(1);
    const waiting = await audit.open(read);
    const next = await audit.open(change);
    await audit.close(under, ok);
    await audit.close(waiting, ok);
    await audit.close(next, ok);
    await audit.flush();
    const kept = new Map((await rows()).map(({ id, status }) => [id, status]));
    expect([under, waiting, next].map((id) => kept.get(id))).toEqual(['unknown', 'ok', 'ok']);
    expect(problems).toEqual([{ kind: 'displaced' }]);
    expect(await verify()).toMatchObject({ ok: true, calls: 3, writers: 2 });
  });

  it('that was changed under its process is reported at the next record, and found', async () => {
    const audit = await start();
    await audit.close(await audit.open(change), ok);
    await storage.db.updateTable('audit_writers').set({ sequence: 0, head: '' }).execute();
    await storage.db.deleteFrom('mcp_tool_calls').execute();
    await audit.close(await audit.open(change), ok);
    expect(problems).toEqual([{ kind: 'tampering', what: expect.any(String) }]);
    expect(await rows()).toHaveLength(1);
    expect(await verify()).toMatchObject({ ok: false });
  });

  it('of a process that shows nothing for a while is ended, by one of those that look', async () => {
    const id = await leaveDeadChain();
    // Who looks for the first time cannot know.
    await start({ beatMs: 600_000, deadAfterMs: 0 });
    expect((await rows())[0]?.status).toBe('running');
    await Promise.all([1, 2, 3].map(() => start({ beatMs: 20, deadAfterMs: 150 })));
    await expect.poll(rows).toEqual([expect.objectContaining({ id, status: 'unknown', closed_sequence: 2 })]);
    expect((await writers()).map(({ state }) => state)).toEqual(['ended']);
    expect(await verify()).toMatchObject({ ok: true, calls: 1 });
    expect(problems).toEqual([]);
  });

  it('of a process that shows that it lives is left alone, however seldom it writes', async () => {
    await leaveDeadChain();
    const beating = setInterval(() => {
      void storage.db
        .updateTable('audit_writers')
        .set((column) => ({ beat: column('beat', '+', 1) }))
        .execute();
    }, 20);
    // Many times the beat, so that a machine that is busy for a while does not look like a process that is gone.
    const deadAfterMs = 2_000;
    await start({ beatMs: 20, deadAfterMs });
    await new Promise((resolve) => setTimeout(resolve, 2 * deadAfterMs));
    expect((await rows())[0]?.status).toBe('running');
    clearInterval(beating);
    await expect.poll(async () => (await rows())[0]?.status).toBe('unknown');
  });

  it('of which the state was changed is not ended, but reported', async () => {
    await leaveDeadChain();
    await storage.db.updateTable('audit_writers').set({ process: 'made up' }).execute();
    const [writer] = await writers();
    expect(await takeOver(context(), { id: writer?.id ?? '', beat: 1 })).toBe(0);
    expect(problems).toEqual([{ kind: 'tampering', what: expect.stringContaining(writer?.id ?? '') }]);
    expect(await verify()).toMatchObject({ ok: false, problem: { kind: 'altered' } });
  });

  it('is confirmed by checkpoints from time to time, and only when it has grown', async () => {
    const audit = await start({ beatMs: 15, checkpointMs: 0 });
    const checkpoints = () => storage.db.selectFrom('audit_checkpoints').selectAll().orderBy('number').execute();
    await audit.close(await audit.open(change), ok);
    const [writer] = await writers();
    await expect
      .poll(async () => (await checkpoints()).at(-1)?.heads)
      .toBe(JSON.stringify([[writer?.id, 2, writer?.head]]));
    const { length } = await checkpoints();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await checkpoints()).toHaveLength(length);
    await storage.db.deleteFrom('audit_checkpoints').where('number', '=', length).execute();
    await expect.poll(() => problems).toContainEqual({ kind: 'tampering', what: expect.any(String) });
    expect(await verify()).toMatchObject({ ok: false, problem: { kind: 'missing' } });
  });

  it('says unknown of a call whose end nobody tells', async () => {
    const audit = await start({ beatMs: 10, maxRunningMs: 20 });
    const id = await audit.open(read);
    await expect.poll(rows).toEqual([expect.objectContaining({ id, status: 'unknown' })]);
    expect(audit.state().running).toBe(0);
  });
});
