import { describe, expect, it } from 'vitest';
import { ask, sandboxForTests, wcb } from './harness.ts';

describe('requests', () => {
  it('are kept with what was asked and answered', async () => {
    const sandbox = await sandboxForTests();
    await ask(sandbox, wcb('2026-11-02', '2026-11-03', 'UTC'));
    await ask(sandbox, '/reports/dids', { account: 'suspended' });
    await ask(sandbox, '/nothing?a=1');
    expect(sandbox.voxolib.requests).toMatchObject([
      {
        method: 'GET',
        path: '/v2/reports/wcb/calls',
        operation: 'wcb_calls',
        query: { start_date: '2026-11-02', end_date: '2026-11-03', tz: 'UTC' },
        status: 200,
        aborted: false,
      },
      { path: '/v2/reports/dids', operation: 'dids', query: {}, status: 403 },
      { path: '/v2/nothing', operation: undefined, query: { a: '1' }, status: 404 },
    ]);
    sandbox.voxolib.clearRequests();
    expect(sandbox.voxolib.requests).toEqual([]);
  });

  it('hold no token, wherever one is sent', async () => {
    const sandbox = await sandboxForTests();
    const { token } = sandbox.voxolib.accounts.demo;
    const encoded = token.replaceAll('.', '%2E');
    for (const path of [
      `/${token}`,
      `/reports/dids?token=${token}`,
      `/reports/dids?${encoded}=1`,
      `/x/${encoded}/y?z`,
    ]) {
      await ask(sandbox, path, { headers: { 'x-other': token } });
    }
    const kept = JSON.stringify(sandbox.voxolib.requests);
    expect(sandbox.voxolib.requests).toHaveLength(4);
    expect(kept).not.toContain(token.slice(-64));
    expect(kept).toContain('[token]');
  });

  it.each(['black-hole', 'slow=60000', 'drip', 'endless'])('know that the client went away: %s', async (fault) => {
    const sandbox = await sandboxForTests();
    const leave = new AbortController();
    const headers = { 'x-sandbox-fault': fault };
    const left = ask(sandbox, '/reports/dids', { headers, signal: leave.signal }).then((response) => response.text());
    await expect.poll(() => sandbox.voxolib.requests).toHaveLength(1);
    expect(sandbox.voxolib.requests[0]?.aborted).toBe(false);
    leave.abort();
    await expect(left).rejects.toThrow();
    await expect.poll(() => sandbox.voxolib.requests[0]?.aborted).toBe(true);
  });

  it.each(['reset', 'truncated'])('do not blame the client for what the sandbox does: %s', async (fault) => {
    const sandbox = await sandboxForTests();
    const headers = { 'x-sandbox-fault': fault };
    await expect(ask(sandbox, '/reports/dids', { headers }).then((response) => response.text())).rejects.toThrow();
    await ask(sandbox, '/reports/dids');
    expect(sandbox.voxolib.requests.map((request) => request.aborted)).toEqual([false, false]);
  });
});

describe('close', () => {
  it('ends requests that would never be answered, and may be called twice', async () => {
    const sandbox = await sandboxForTests();
    const asked = [ask(sandbox, '/reports/dids', { headers: { 'x-sandbox-fault': 'black-hole' } })];
    asked.push(ask(sandbox, '/reports/dids', { headers: { 'x-sandbox-fault': 'slow=600000' } }));
    await expect.poll(() => sandbox.voxolib.requests).toHaveLength(2);
    const ended = Promise.allSettled(asked);
    await sandbox.close();
    await sandbox.close();
    expect((await ended).map((outcome) => outcome.status)).toEqual(['rejected', 'rejected']);
    await expect(ask(sandbox, '/reports/dids')).rejects.toThrow();
  });
});
