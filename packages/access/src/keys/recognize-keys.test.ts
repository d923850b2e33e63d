import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { describeStorage } from '../../test/engines.ts';
import { parseGatewayKeys } from './gateway-keys.ts';
import { recognizeKeys } from './recognize-keys.ts';

const [first, second, third] = ['2026-05', '2026-08', '2026-11'].map(
  (id) => `${id}:${randomBytes(32).toString('base64')}`,
);

describeStorage('the keys of a database', (open) => {
  it('are remembered, and may be rotated one by one', async () => {
    await using storage = await open();
    for (const text of [`${first}`, `${second},${first}`, `${second}`, `${third},${second}`]) {
      await recognizeKeys(storage, parseGatewayKeys(text));
      await recognizeKeys(storage, parseGatewayKeys(text));
    }
    expect(await storage.db.selectFrom('gateway_keys').select('id').orderBy('id').execute()).toEqual(
      ['2026-05', '2026-08', '2026-11'].map((id) => ({ id })),
    );
  });

  it('may not all be others, unless they were replaced on purpose', async () => {
    await using storage = await open();
    await recognizeKeys(storage, parseGatewayKeys(`${first}`));
    const others = parseGatewayKeys(`${third},${second}`);
    await expect(recognizeKeys(storage, others)).rejects.toThrow('2026-05');
    await recognizeKeys(storage, others, { replaced: true });
    await recognizeKeys(storage, others);
  });

  it('may not change behind an id, even on purpose', async () => {
    await using storage = await open();
    await recognizeKeys(storage, parseGatewayKeys(`${first}`));
    const changed = parseGatewayKeys(`2026-05:${randomBytes(32).toString('base64')}`);
    await expect(recognizeKeys(storage, changed)).rejects.toThrow('key 2026-05 is not the key');
    await expect(recognizeKeys(storage, changed, { replaced: true })).rejects.toThrow('key 2026-05 is not the key');
  });

  it('are the same for processes that start at once', async () => {
    await using storage = await open();
    const keys = parseGatewayKeys(`${second},${first}`);
    await Promise.all(Array.from({ length: 8 }, () => recognizeKeys(storage, keys)));
    expect(await storage.db.selectFrom('gateway_keys').select('id').execute()).toHaveLength(2);
  });
});
