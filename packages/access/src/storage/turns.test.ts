import { expect, it } from 'vitest';
import { describeStorage } from '../../test/engines.ts';
import { openStorage } from './storage.ts';
import { endTurn, takeTurn } from './turns.ts';

const HOUR = 3_600_000;

describeStorage('turns', (open) => {
  it('go to one of many processes that ask at once', async () => {
    await using storage = await open();
    const others = await Promise.all([1, 2, 3].map(() => openStorage(storage.options)));
    const asked = [storage, ...others].map(({ db }) => takeTurn(db, 'work', { leaseMs: HOUR, now: 1 }));
    expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1);
    await Promise.all(others.map((other) => other.close()));
  });

  it('come again when they are due, or when they were not ended in time', async () => {
    await using storage = await open();
    const take = (now: number) => takeTurn(storage.db, 'work', { leaseMs: HOUR, now });
    expect(await take(0)).toBe(true);
    expect(await take(HOUR - 1)).toBe(false);
    expect(await take(HOUR)).toBe(true);
    await endTurn(storage.db, 'work', 24 * HOUR);
    expect(await take(3 * HOUR)).toBe(false);
    expect(await take(24 * HOUR)).toBe(true);
    expect(await takeTurn(storage.db, 'other work', { leaseMs: HOUR, now: 0 })).toBe(true);
  });
});
