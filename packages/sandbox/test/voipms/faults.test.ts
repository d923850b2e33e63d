import { describe, expect, it } from 'vitest';
import { FaultError } from '../../src/index.ts';
import { sandboxForTests } from '../harness.ts';
import { askVoipms, callVoipms, cdr, rowsOf } from './harness.ts';

const ENTRY = { name: 'New', number: '4505550123' };

describe('faults of the VoIP.ms API', () => {
  it('belong to one method, by GET and by POST, or to all', async () => {
    const { voipms, ...sandbox } = await sandboxForTests();
    const all = { ...sandbox, voipms };
    voipms.setFault('code=method_maintenance', { operation: 'getBalance', times: 2 });
    for (const by of ['get', 'post'] as const) {
      expect((await callVoipms(all, 'getIP', {}, { by })).status).toBe('success');
      expect((await callVoipms(all, 'getBalance', {}, { by })).status).toBe('method_maintenance');
    }
    expect((await callVoipms(all, 'getBalance')).status).toBe('success');
    voipms.setFault('status=503');
    expect((await askVoipms(all, 'getIP')).status).toBe(503);
    voipms.setFault(undefined);
    expect((await askVoipms(all, 'getIP')).status).toBe(200);
    expect(() => voipms.setFault('extra-day')).toThrow(FaultError);
  });

  it.each([
    ['outage', 522, /Error code 522/],
    ['outage=521', 521, /Error code 521/],
    ['xml', 200, /SOAP-ENV:Fault/],
    ['html', 200, /Maintenance/],
  ])('%s is no JSON', async (fault, status, text) => {
    const sandbox = await sandboxForTests();
    const response = await askVoipms(sandbox, 'getBalance', {}, { fault });
    expect([response.status, await response.text()]).toEqual([status, expect.stringMatching(text)]);
  });

  it('may lose the reply to what was done', async () => {
    const sandbox = await sandboxForTests();
    const count = async () => (await rowsOf(sandbox, 'phonebooks', 'getPhonebook')).length;
    const before = await count();
    const page = await askVoipms(sandbox, 'setPhonebook', ENTRY, { fault: 'done-then=page;after=10' });
    expect([page.status, await page.text()]).toEqual([524, expect.stringContaining('524')]);
    expect(await count()).toBe(before + 1);
    const nothing = await askVoipms(sandbox, 'setPhonebook', ENTRY, { fault: 'done-then=nothing' });
    expect([nothing.status, await nothing.text()]).toEqual([200, '']);
    expect(await count()).toBe(before + 2);
    expect((await callVoipms(sandbox, 'getBalance', {}, { fault: 'done-then=reply;after=10' })).status).toBe('success');
  });

  it.each(['done-then=silence', 'done-then=reply;after=60000'])('may keep a client waiting: %s', async (fault) => {
    const sandbox = await sandboxForTests();
    const entries = async () => (await rowsOf(sandbox, 'phonebooks', 'getPhonebook')).length;
    const before = await entries();
    const gone = new AbortController();
    const waiting = callVoipms(sandbox, 'setPhonebook', ENTRY, { fault, signal: gone.signal });
    const ended = expect(waiting).rejects.toThrow();
    await expect.poll(entries).toBe(before + 1);
    gone.abort();
    await ended;
    await expect.poll(() => sandbox.voipms.requests.map(({ aborted }) => aborted)).toContain(true);
  });

  it('do nothing where they come instead of the answer', async () => {
    const sandbox = await sandboxForTests();
    const before = await rowsOf(sandbox, 'phonebooks', 'getPhonebook');
    for (const fault of ['code=api_limit_exceeded', 'outage', 'status=500', 'empty', 'xml']) {
      await askVoipms(sandbox, 'setPhonebook', ENTRY, { fault });
    }
    expect(await rowsOf(sandbox, 'phonebooks', 'getPhonebook')).toEqual(before);
  });

  it('have a list of one row as the row, figures as numbers, nulls, and no status', async () => {
    const sandbox = await sandboxForTests();
    const entry = { phonebook: '41207' };
    const alone = await callVoipms(sandbox, 'getPhonebook', entry, { fault: 'one-row-objects' });
    expect(alone.phonebooks).toMatchObject({ number: '4165550117' });
    const numbers = await callVoipms(sandbox, 'getPhonebook', entry, { fault: 'numbers' });
    expect(numbers.phonebooks).toMatchObject([
      { phonebook: 41207, number: 4165550117, speed_dial: '*7501', note: 'spam' },
    ]);
    const costs = await callVoipms(sandbox, 'getCDR', cdr('2026-11-16', '2026-11-16'), { fault: 'numbers' });
    expect((costs.cdr as { seconds: unknown }[])[0]?.seconds).toBeTypeOf('number');
    const nulls = await callVoipms(sandbox, 'getPhonebookGroups', { group: '9312' }, { fault: 'nulls' });
    expect(nulls.phonebooks).toEqual([{ phonebook_group: '9312', name: 'Spam archive', members: null }]);
    expect(await callVoipms(sandbox, 'getBalance', {}, { fault: 'no-status' })).toEqual({
      balance: { current_balance: '41.270300' },
    });
  });
});
