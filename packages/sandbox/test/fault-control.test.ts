import { describe, expect, it } from 'vitest';
import { FaultError, startSandbox } from '../src/index.ts';
import { ask, did, minutes, sandboxForTests, wcb } from './harness.ts';

const DAY = ['2026-11-02', '2026-11-02'] as const;
const paths = {
  wcb_calls: wcb(...DAY),
  did_calls: did(...DAY),
  dids: '/reports/dids',
  minutes: minutes('wcb', ...DAY),
};

describe('setFault', () => {
  it('holds until it is cleared', async () => {
    const sandbox = await sandboxForTests();
    const status = async () => (await ask(sandbox, paths.dids)).status;
    sandbox.voxolib.setFault('status=503');
    expect([await status(), await status(), await status()]).toEqual([503, 503, 503]);
    sandbox.voxolib.setFault(undefined);
    expect(await status()).toBe(200);
  });

  it('holds for so many requests, of whatever operation', async () => {
    const sandbox = await sandboxForTests();
    sandbox.voxolib.setFault('status=429;retry-after=1', { times: 3 });
    const statuses = [];
    for (const path of Object.values(paths)) statuses.push((await ask(sandbox, path)).status);
    expect(statuses).toEqual([429, 429, 429, 200]);
  });

  it('holds for one operation, which goes before the one for all', async () => {
    const sandbox = await sandboxForTests();
    const statuses = async () => {
      const all = Object.values(paths).map(async (path) => (await ask(sandbox, path)).status);
      return Promise.all(all);
    };
    sandbox.voxolib.setFault('status=503', { operation: 'minutes' });
    expect(await statuses()).toEqual([200, 200, 200, 503]);
    sandbox.voxolib.setFault('status=500');
    sandbox.voxolib.setFault('status=401', { operation: 'did_calls', times: 1 });
    expect(await statuses()).toEqual([500, 401, 500, 503]);
    expect(await statuses()).toEqual([500, 500, 500, 503]);
    sandbox.voxolib.setFault(undefined, { operation: 'minutes' });
    expect(await statuses()).toEqual([500, 500, 500, 500]);
    sandbox.voxolib.setFault('status=503', { operation: 'dids' });
    sandbox.voxolib.setFault(undefined);
    expect(await statuses()).toEqual([200, 200, 200, 200]);
  });

  it('gives way to the header of a request', async () => {
    const sandbox = await sandboxForTests();
    sandbox.voxolib.setFault('status=503');
    expect((await ask(sandbox, paths.dids, { headers: { 'x-sandbox-fault': 'status=404' } })).status).toBe(404);
  });

  it('refuses what does not exist, and changes nothing then', async () => {
    const sandbox = await sandboxForTests();
    expect(() => sandbox.voxolib.setFault('nonsense')).toThrow(FaultError);
    expect((await ask(sandbox, paths.dids)).status).toBe(200);
  });
});

describe('the fault of the start', () => {
  it('is that of every request without another one', async () => {
    const sandbox = await sandboxForTests({ fault: 'status=504' });
    expect((await ask(sandbox, paths.wcb_calls)).status).toBe(504);
    sandbox.voxolib.setFault('slow=0', { times: 1 });
    expect((await ask(sandbox, paths.wcb_calls)).status).toBe(200);
    expect((await ask(sandbox, paths.wcb_calls)).status).toBe(504);
  });

  it('is that of the one API that can have it', async () => {
    const sandbox = await sandboxForTests({ fault: 'outage=521' });
    expect((await ask(sandbox, paths.dids)).status).toBe(200);
    expect((await fetch(sandbox.voipms.url)).status).toBe(521);
  });

  it('is refused when it does not exist', async () => {
    await expect(startSandbox({ fault: 'nonsense' })).rejects.toBeInstanceOf(FaultError);
  });
});
