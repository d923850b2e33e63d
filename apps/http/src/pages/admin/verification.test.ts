import type { AuditVerification } from '@voxolib/access';
import { expect, it, vi } from 'vitest';
import { verificationRun } from './verification.ts';

const whole: AuditVerification = { ok: true, calls: 3, writers: 1, checkpoints: 1 };

it('runs one check at a time, and keeps the result of the last one', async () => {
  const { promise, resolve } = Promise.withResolvers<AuditVerification>();
  const verify = vi.fn(() => promise);
  const run = verificationRun(verify, { onError: () => {}, now: () => 7 });
  expect(run.state()).toEqual({ running: false, last: undefined });
  run.start();
  run.start();
  expect(verify).toHaveBeenCalledTimes(1);
  expect(run.state().running).toBe(true);
  resolve(whole);
  await expect.poll(() => run.state()).toEqual({ running: false, last: { at: 7, result: whole } });
  run.start();
  expect(verify).toHaveBeenCalledTimes(2);
});

it('says when a check could not be finished, and can begin another', async () => {
  const errors: unknown[] = [];
  const run = verificationRun(() => Promise.reject(new Error('no database')), {
    onError: (error) => errors.push(error),
    now: () => 7,
  });
  run.start();
  await expect.poll(() => run.state()).toEqual({ running: false, last: { at: 7, result: 'failed' } });
  expect(errors).toEqual([new Error('no database')]);
});

it('ends a check when the server stops, which is no failure', async () => {
  const errors: unknown[] = [];
  const untilStopped = (signal: AbortSignal) =>
    new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  const run = verificationRun(untilStopped, { onError: (error) => errors.push(error), now: () => 7 });
  run.start();
  await run.stop();
  expect(run.state().running).toBe(false);
  expect(errors).toEqual([]);
});
