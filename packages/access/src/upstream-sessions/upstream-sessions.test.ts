import { expect, it } from 'vitest';
import { describeStorage } from '../../test/engines.ts';
import { everythingKept } from '../../test/everything-kept.ts';
import { serverKey, serverKeys } from '../keys/server-keys.ts';
import { openStorage, type Storage } from '../storage/storage.ts';
import { createUpstreamSessions, type UpstreamSessionsOptions } from './upstream-sessions.ts';

const keys = serverKeys(serverKey('2026-11', new Uint8Array(32).fill(7)));
const DAY_MS = 24 * 60 * 60 * 1000;

/** A vendor whose refresh tokens count once: the session after `n` is `n + 1`. */
class Vendor {
  current = 1;
  asked = 0;
  readonly refresh = async (session: string): Promise<string | undefined> => {
    this.asked += 1;
    if (session !== `session ${this.current}`) return undefined;
    this.current += 1;
    return `session ${this.current}`;
  };
}

/** A promise and what ends it. */
function pause() {
  let end = () => {};
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { over, end };
}

describeStorage('sessions at a vendor', (open) => {
  const sessionsOf = (storage: Storage, more: Partial<UpstreamSessionsOptions> = {}) =>
    createUpstreamSessions({ storage, keys, ...more });

  it('are read and renewed by their handle, and by no other', async () => {
    await using storage = await open();
    const [sessions, vendor] = [sessionsOf(storage), new Vendor()];
    const handle = await sessions.keep('session 1');
    const other = await sessions.keep('of somebody else');
    expect(await sessions.read(handle)).toBe('session 1');
    expect(await sessions.renew(handle, 'session 1', vendor.refresh)).toBe('session 2');
    expect([await sessions.read(handle), await sessions.read(other)]).toEqual(['session 2', 'of somebody else']);
    await sessions.end(handle);
    expect(await sessions.read(handle)).toBeUndefined();
    expect(await sessions.renew(handle, 'session 2', vendor.refresh)).toBeUndefined();
    expect(vendor.asked).toBe(1);
  });

  it('are renewed once, whatever number of processes finds them spent', async () => {
    await using storage = await open();
    const second = await openStorage(storage.options);
    try {
      const vendor = new Vendor();
      const replicas = [sessionsOf(storage), sessionsOf(second)] as const;
      const handle = await replicas[0].keep('session 1');
      const all = [...replicas, ...replicas, ...replicas].map((sessions) =>
        sessions.renew(handle, 'session 1', vendor.refresh),
      );
      expect(await Promise.all(all)).toEqual(Array(6).fill('session 2'));
      expect(vendor.asked).toBe(1);
    } finally {
      await second.close();
    }
  });

  it('are not renewed for whoever still has an old one', async () => {
    await using storage = await open();
    const [sessions, vendor] = [sessionsOf(storage), new Vendor()];
    const handle = await sessions.keep('session 1');
    await sessions.renew(handle, 'session 1', vendor.refresh);
    expect(await sessions.renew(handle, 'session 1', vendor.refresh)).toBe('session 2');
    expect(vendor.asked).toBe(1);
  });

  it('stay as they are when the vendor cannot be asked, and the next one tries', async () => {
    await using storage = await open();
    const [sessions, vendor] = [sessionsOf(storage), new Vendor()];
    const handle = await sessions.keep('session 1');
    const silent = async () => Promise.reject(new Error('no answer'));
    await expect(sessions.renew(handle, 'session 1', silent)).rejects.toThrow('no answer');
    expect(await sessions.read(handle)).toBe('session 1');
    expect(await sessions.renew(handle, 'session 1', vendor.refresh)).toBe('session 2');
  });

  it('have ended for everybody when the vendor refuses to renew them', async () => {
    await using storage = await open();
    const sessions = sessionsOf(storage);
    const handle = await sessions.keep('session 0');
    expect(await sessions.renew(handle, 'session 0', new Vendor().refresh)).toBeUndefined();
    expect(await sessions.read(handle)).toBeUndefined();
    expect(await storage.db.selectFrom('upstream_sessions').selectAll().execute()).toEqual([]);
  });

  it('are renewed by another process when one has taken too long, and keep what the vendor made last', async () => {
    await using storage = await open();
    let at = 1_000_000;
    const [sessions, vendor] = [sessionsOf(storage, { now: () => at }), new Vendor()];
    const handle = await sessions.keep('session 1');
    const [begun, answer] = [pause(), pause()];
    const slow = sessions.renew(handle, 'session 1', async () => {
      begun.end();
      await answer.over;
      return vendor.refresh('session 1');
    });
    await begun.over;
    at += 30_000;
    expect(await sessions.renew(handle, 'session 1', vendor.refresh)).toBe('session 2');
    answer.end();
    expect(await slow).toBe('session 2');
    expect(await sessions.read(handle)).toBe('session 2');
  });

  it('are forgotten 90 days after the last renewal', async () => {
    await using storage = await open();
    let at = 1_000_000;
    const [sessions, vendor] = [sessionsOf(storage, { now: () => at }), new Vendor()];
    const handle = await sessions.keep('session 1');
    at += 89 * DAY_MS;
    expect(await sessions.renew(handle, 'session 1', vendor.refresh)).toBe('session 2');
    at += 89 * DAY_MS;
    expect(await sessions.read(handle)).toBe('session 2');
    at += DAY_MS;
    expect(await sessions.read(handle)).toBeUndefined();
    await sessions.keep('another');
    expect(await storage.db.selectFrom('upstream_sessions').select('expires_at').execute()).toHaveLength(1);
  });

  it('are in no form in the database, and are lost with the server key', async () => {
    await using storage = await open();
    const handle = await sessionsOf(storage).keep('AT-canary');
    const kept = await everythingKept(storage.options);
    for (const text of ['AT-canary', handle]) expect(kept).not.toContain(text);
    const others = serverKeys(serverKey('2026-12', new Uint8Array(32).fill(8)));
    expect(await sessionsOf(storage, { keys: others }).read(handle)).toBeUndefined();
  });

  it('go over to a new server key when they are renewed', async () => {
    await using storage = await open();
    const next = serverKey('2026-12', new Uint8Array(32).fill(8));
    const handle = await sessionsOf(storage).keep('session 1');
    const both = sessionsOf(storage, { keys: serverKeys(next, keys.current) });
    await both.renew(handle, 'session 1', new Vendor().refresh);
    expect(await sessionsOf(storage, { keys: serverKeys(next) }).read(handle)).toBe('session 2');
  });
});
