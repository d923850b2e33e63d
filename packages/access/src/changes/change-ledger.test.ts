import { expect, it } from 'vitest';
import { describeStorage } from '../../test/engines.ts';
import { everythingKept } from '../../test/everything-kept.ts';
import { serverKey, serverKeys } from '../keys/server-keys.ts';
import { createSealer } from '../sealing/sealer.ts';
import { openStorage } from '../storage/storage.ts';
import { createChangeLedger } from './change-ledger.ts';

const keys = serverKeys(serverKey('2026-11', new Uint8Array(32).fill(7)));
const lost = { status: 'unknown' };
const asked = { subject: 'voipms:ada', key: 'order-1', digest: 'what was asked' };

describeStorage('changes', (open) => {
  const ledgerOf = (storage: Awaited<ReturnType<typeof open>>, more: { now?: () => number; waitMs?: number } = {}) =>
    createChangeLedger<object>({ storage, sealer: createSealer(keys), lost, ...more });

  it('gives the end of the first to whoever comes with the same key', async () => {
    await using storage = await open();
    const ledger = ledgerOf(storage);
    expect(await ledger.look(asked)).toEqual({ state: 'new' });
    const claim = await ledger.claim(asked);
    if (claim.state !== 'claimed') throw new Error(claim.state);
    await claim.end({ status: 'done', after: 'A' });
    const ended = { state: 'ended', end: { status: 'done', after: 'A' } };
    expect(await ledger.look(asked)).toEqual(ended);
    expect(await ledger.claim(asked)).toEqual(ended);
  });

  it('refuses a key for something else, and keeps callers apart', async () => {
    await using storage = await open();
    const ledger = ledgerOf(storage);
    await ledger.claim(asked);
    expect(await ledger.look({ ...asked, digest: 'something else' })).toEqual({ state: 'other' });
    expect(await ledger.claim({ ...asked, digest: 'something else' })).toEqual({ state: 'other' });
    expect(await ledger.look({ ...asked, subject: 'voipms:bob' })).toEqual({ state: 'new' });
  });

  it('lets one of many processes make a change, and gives the others its end', async () => {
    await using storage = await open();
    const other = await openStorage(storage.options);
    try {
      const ledgers = [storage, other, storage, other].map((one) =>
        createChangeLedger<object>({ storage: one, sealer: createSealer(keys), lost }),
      );
      let made = 0;
      const ends = await Promise.all(
        ledgers.map(async (ledger) => {
          const claim = await ledger.claim(asked);
          if (claim.state === 'ended') return claim.end;
          if (claim.state !== 'claimed') throw new Error(claim.state);
          made += 1;
          await claim.end({ made });
          return { made };
        }),
      );
      expect(made).toBe(1);
      expect(ends).toEqual(Array(4).fill({ made: 1 }));
    } finally {
      await other.close();
    }
  });

  it('says that a change runs, and later that nobody knows its end', async () => {
    await using storage = await open();
    let at = 1_000_000;
    const ledger = ledgerOf(storage, { now: () => at, waitMs: 0 });
    await ledger.claim(asked);
    expect(await ledger.look(asked)).toEqual({ state: 'running' });
    at += 5 * 60 * 1000 + 1;
    expect(await ledger.look(asked)).toEqual({ state: 'ended', end: lost });
    expect(await ledger.claim(asked)).toEqual({ state: 'ended', end: lost });
  });

  it('forgets a change after a day', async () => {
    await using storage = await open();
    let at = 1_000_000;
    const ledger = ledgerOf(storage, { now: () => at });
    await ledger.claim(asked);
    at += 24 * 60 * 60 * 1000;
    expect(await ledger.look(asked)).toEqual({ state: 'new' });
    expect((await ledger.claim(asked)).state).toBe('claimed');
    expect(await storage.db.selectFrom('changes').select('started_at').execute()).toEqual([{ started_at: at }]);
  });

  it('holds neither what was changed nor who asked in clear, and loses it with the server key', async () => {
    await using storage = await open();
    const claim = await ledgerOf(storage).claim(asked);
    if (claim.state !== 'claimed') throw new Error(claim.state);
    await claim.end({ number: '+12125550123' });
    const kept = await everythingKept(storage.options);
    for (const text of ['+12125550123', 'voipms:ada', 'order-1']) expect(kept).not.toContain(text);
    const sealer = createSealer(serverKeys(serverKey('2026-12', new Uint8Array(32).fill(8))));
    const later = createChangeLedger<object>({ storage, sealer, lost });
    expect(await later.look(asked)).toEqual({ state: 'ended', end: lost });
  });
});
