import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { describeStorage, type TestStorage } from '../../test/engines.ts';
import { serverKey, serverKeys } from '../keys/server-keys.ts';
import { sweepOAuth } from '../oauth/sweep.ts';
import { createAccountSessions } from './account-sessions.ts';

const MINUTE = 60_000;
const start = Date.parse('2026-11-20T10:00:00Z');
const person = { account: 'someone', credential: 'canary-credential' };

describeStorage('sessions of the account page', (open) => {
  const keys = serverKeys(serverKey('2026-11', randomBytes(32)));
  let storage: TestStorage;
  beforeAll(async () => {
    storage = await open();
  });
  beforeEach(() => {
    vi.useFakeTimers({ now: start, toFake: ['Date'] });
    return () => vi.useRealTimers();
  });
  afterAll(() => storage.close());

  it('are known to every process, each with a mark of its own for forms', async () => {
    const text = await createAccountSessions({ storage, keys }).begin(person);
    const other = await createAccountSessions({ storage, keys }).begin(person);
    const elsewhere = createAccountSessions({ storage, keys });
    const found = await elsewhere.find(text);
    expect(found).toEqual({ ...person, csrf: expect.stringMatching(/^[\w-]{43}$/), expiresAt: start + 30 * MINUTE });
    expect(await elsewhere.find(text)).toEqual(found);
    expect((await elsewhere.find(other))?.csrf).not.toBe(found?.csrf);
    expect(text).not.toContain(found?.csrf);
  });

  it('are over after half an hour without a request, and after eight hours whatever happens', async () => {
    const sessions = createAccountSessions({ storage, keys });
    const idle = await sessions.begin(person);
    const used = await sessions.begin(person);
    vi.setSystemTime(start + 29 * MINUTE);
    expect(await sessions.find(used)).toMatchObject({ expiresAt: start + 59 * MINUTE });
    vi.setSystemTime(start + 30 * MINUTE);
    expect(await sessions.find(idle)).toBeUndefined();
    for (let minutes = 50; minutes < 480; minutes += 20) {
      vi.setSystemTime(start + minutes * MINUTE);
      expect(await sessions.find(used), `${minutes} minutes`).toBeDefined();
    }
    expect(await sessions.find(used)).toMatchObject({ expiresAt: start + 480 * MINUTE });
    vi.setSystemTime(start + 480 * MINUTE);
    expect(await sessions.find(used)).toBeUndefined();
  });

  it('are ended at once in every process, and not brought back by a request under way', async () => {
    const sessions = createAccountSessions({ storage, keys });
    const elsewhere = createAccountSessions({ storage, keys });
    const text = await sessions.begin(person);
    vi.setSystemTime(start + 20 * MINUTE);
    await Promise.all([elsewhere.find(text), sessions.end(text), elsewhere.find(text)]);
    expect(await elsewhere.find(text)).toBeUndefined();
    expect(await sessions.find(text)).toBeUndefined();
  });

  it.each(['', 'x', "' or 1=1 --", 'A'.repeat(43), 'A'.repeat(10_000), '\u0000'.repeat(43)])(
    'are not found by %j',
    async (text) => {
      expect(await createAccountSessions({ storage, keys }).find(text)).toBeUndefined();
    },
  );

  it('open with neither another server key nor the row alone, and leave nothing when they are swept', async () => {
    const text = await createAccountSessions({ storage, keys }).begin(person);
    const others = serverKeys(serverKey('2026-11', randomBytes(32)));
    expect(await createAccountSessions({ storage, keys: others }).find(text)).toBeUndefined();
    const rows = JSON.stringify(await storage.db.selectFrom('oauth_objects').selectAll().execute());
    for (const secret of [text, person.credential, Buffer.from(person.credential).toString('base64').slice(0, -4)]) {
      expect(rows).not.toContain(secret);
    }
    await sweepOAuth(storage.db, 0, start + 480 * MINUTE);
    expect(await storage.db.selectFrom('oauth_objects').selectAll().execute()).toEqual([]);
  });
});
