import { expect, test } from 'vitest';
import { createFlights } from './flights.ts';

/** Work that ends when it is told to, and knows how often it began and whether it was aborted. */
function heldWork() {
  const work = { begun: 0, signals: [] as AbortSignal[], land: (_: number) => {}, crash: (_: Error) => {}, start };
  function start(signal: AbortSignal): Promise<number> {
    work.begun += 1;
    work.signals.push(signal);
    return new Promise((resolve, reject) => {
      work.land = resolve;
      work.crash = reject;
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  }
  return work;
}

test('the same work is done once, other work for itself', async () => {
  const [flights, one, other] = [createFlights<number>(), heldWork(), heldWork()];
  const answers = [flights.join('a', one.start), flights.join('a', one.start), flights.join('b', other.start)];
  one.land(1);
  other.land(2);
  expect(await Promise.all(answers)).toEqual([1, 1, 2]);
  expect([one.begun, other.begun]).toEqual([1, 1]);
});

test('nothing is remembered: neither a result nor an error', async () => {
  const [flights, work] = [createFlights<number>(), heldWork()];
  const failed = [flights.join('a', work.start), flights.join('a', work.start)];
  work.crash(new Error('no'));
  for (const answer of failed) await expect(answer).rejects.toThrow('no');
  const second = flights.join('a', work.start);
  work.land(2);
  expect(await second).toBe(2);
  const third = flights.join('a', work.start);
  work.land(3);
  expect(await third).toBe(3);
});

test('who leaves, leaves at once and with his own reason; the others get their answer', async () => {
  const [flights, work, leaver] = [createFlights<number>(), heldWork(), new AbortController()];
  const leaving = flights.join('a', work.start, leaver.signal);
  const staying = flights.join('a', work.start, new AbortController().signal);
  const reason = new Error('gone');
  leaver.abort(reason);
  await expect(leaving).rejects.toBe(reason);
  expect(work.signals[0]?.aborted).toBe(false);
  work.land(1);
  expect(await staying).toBe(1);
  expect(work.signals[0]?.aborted).toBe(false);
});

test('when all have left, the work is aborted, and who comes then begins anew', async () => {
  const [flights, work] = [createFlights<number>(), heldWork()];
  const leavers = [new AbortController(), new AbortController()];
  const answers = leavers.map(({ signal }) => flights.join('a', work.start, signal));
  for (const leaver of leavers) leaver.abort();
  for (const answer of answers) await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
  expect(work.signals[0]?.aborted).toBe(true);
  const next = flights.join('a', work.start);
  expect(work.begun).toBe(2);
  work.land(5);
  expect(await next).toBe(5);
});

test('work that has ended is not aborted when its callers go on, nor by their later leaving', async () => {
  const [flights, work, caller] = [createFlights<number>(), heldWork(), new AbortController()];
  const answer = flights.join('a', work.start, caller.signal);
  work.land(1);
  expect(await answer).toBe(1);
  caller.abort();
  expect(work.signals[0]?.aborted).toBe(false);
});

test('who has gone already begins nothing', async () => {
  const [flights, work] = [createFlights<number>(), heldWork()];
  const reason = new Error('gone');
  await expect(flights.join('a', work.start, AbortSignal.abort(reason))).rejects.toBe(reason);
  expect(work.begun).toBe(0);
});
