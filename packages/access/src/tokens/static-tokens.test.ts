import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { describeStorage } from '../../test/engines.ts';
import { serverKey, serverKeys } from '../keys/server-keys.ts';
import { createScopes } from '../scopes/scopes.ts';
import type { Storage } from '../storage/storage.ts';
import { createStaticTokens, type StaticTokensOptions } from './static-tokens.ts';
import { makeTokenText } from './token-text.ts';

const DAY = 24 * 60 * 60_000;
const MINUTE = 60_000;
const start = Date.parse('2026-11-20T10:00:00Z');
const scopes = createScopes({ 'book.read': {}, 'book.write': { implies: ['book.read'], changes: true } });
const oldKey = serverKey('2026-08', Buffer.alloc(32, 8));
const newKey = serverKey('2026-11', Buffer.alloc(32, 11));
const asked = { account: 'someone', name: 'Reports', scopes: ['book.read'], tier: 'discover' };
const credential = 'public-key.9f86d081884c7d659a2feaa0c55ad015';

function make(storage: Storage, options: Partial<StaticTokensOptions> = {}) {
  let clock = start;
  const tokens = createStaticTokens({ storage, keys: serverKeys(newKey), scopes, now: () => clock, ...options });
  return { ...tokens, wait: (ms: number) => (clock += ms) };
}

describeStorage('static tokens', (open, engine) => {
  it('gives a token that is good for what it was made for', async () => {
    await using storage = await open();
    const tokens = make(storage);
    const { text, token } = await tokens.create({ ...asked, scopes: ['book.write', 'book.read'], credential });
    expect(token).toEqual({
      id: text.slice(7, 19),
      account: 'someone',
      name: 'Reports',
      scopes: ['book.read', 'book.write'],
      tier: 'discover',
      addresses: [],
      createdAt: start,
      expiresAt: start + 90 * DAY,
    });
    const verified = await tokens.verify(text);
    expect(verified).toMatchObject({ valid: true, token });
    expect(verified.valid && verified.credential()).toBe(credential);
    expect(await tokens.list('someone')).toEqual([token]);
    expect(await tokens.list('other')).toEqual([]);
    const plain = await tokens.verify((await tokens.create(asked)).text);
    expect(plain.valid && plain.credential()).toBeUndefined();
  });

  it('tells a typing mistake from a token that was made up', async () => {
    await using storage = await open();
    const tokens = make(storage);
    const { text, token } = await tokens.create(asked);
    expect(await tokens.verify(text.slice(0, -1))).toMatchObject({ valid: false, problem: 'mistyped' });
    expect(await tokens.verify(makeTokenText().text)).toMatchObject({ valid: false, problem: 'unknown' });
    // The id of a real token with another secret and a right checksum: nothing is told about the real one.
    await tokens.revoke('someone', token.id);
    const forged = makeTokenText();
    await storage.db.updateTable('static_tokens').set({ id: forged.id }).execute();
    expect(await tokens.verify(forged.text)).toMatchObject({ valid: false, problem: 'unknown' });
  });

  it('ends on time, and at once when it is revoked, in every process', async () => {
    await using storage = await open();
    const tokens = make(storage);
    const elsewhere = make(storage);
    const short = await tokens.create({ ...asked, expiresAt: start + MINUTE });
    tokens.wait(1);
    const long = await tokens.create({ ...asked, credential });
    expect(await elsewhere.verify(long.text)).toMatchObject({ valid: true });
    tokens.wait(MINUTE - 2);
    expect(await tokens.verify(short.text)).toMatchObject({ valid: true });
    tokens.wait(1);
    expect(await tokens.verify(short.text)).toMatchObject({ valid: false, problem: 'expired' });
    expect(await tokens.revoke('other', long.token.id)).toBe(false);
    expect(await tokens.revoke('someone', long.token.id)).toBe(true);
    expect(await tokens.revoke('someone', long.token.id)).toBe(false);
    expect(await elsewhere.verify(long.text)).toMatchObject({ valid: false, problem: 'revoked' });
    expect(await storage.db.selectFrom('static_tokens').select('credential_sealed').execute()).toEqual([
      { credential_sealed: null },
      { credential_sealed: null },
    ]);
    expect(await tokens.list('someone')).toMatchObject([{ revokedAt: start + MINUTE }, { id: short.token.id }]);
  });

  it('revokes all of an account, and forgets what ended long ago', async () => {
    await using storage = await open();
    const tokens = make(storage);
    const { token: other } = await tokens.create({ ...asked, account: 'other' });
    for (const name of ['a', 'b', 'c']) await tokens.create({ ...asked, name });
    expect(await tokens.revokeAll('someone')).toBe(3);
    expect(await tokens.forget(start)).toBe(0);
    expect(await tokens.forget(start + 1)).toBe(3);
    expect(await tokens.list('other')).toEqual([other]);
    expect(await tokens.forget(start + 91 * DAY)).toBe(1);
  });

  it('is refused from elsewhere than its owner allows', async () => {
    await using storage = await open();
    const tokens = make(storage);
    const { text, token } = await tokens.create({
      ...asked,
      addresses: [' 203.0.113.77/24 ', '2001:DB8::/32', '203.0.113.0/24'],
    });
    expect(token.addresses).toEqual(['203.0.113.0/24', '2001:db8::/32']);
    for (const address of ['203.0.113.1', '::ffff:203.0.113.200', '2001:db8:1::9']) {
      expect(await tokens.verify(text, address)).toMatchObject({ valid: true });
    }
    for (const address of ['203.0.114.1', '::1', '2001:db9::1', 'localhost', '', undefined]) {
      expect(await tokens.verify(text, address)).toMatchObject({ valid: false, problem: 'address' });
    }
  });

  it.each([
    ['name', { name: ' \u202e\u0000 ' }],
    ['name', { name: 'n'.repeat(81) }],
    ['name', { name: `mine: ${makeTokenText().text}` }],
    ['scope', { scopes: [] }],
    ['scope', { scopes: ['book.read', 'book.burn'] }],
    ['expires_at', { expiresAt: start }],
    ['expires_at', { expiresAt: start + 367 * DAY }],
    ['expires_at', { expiresAt: Number.NaN }],
    ['addresses', { addresses: ['10.0.0.1', '010.0.0.1'] }],
    ['addresses', { addresses: Array.from({ length: 21 }, (_, i) => `10.0.0.${i}`) }],
  ])('refuses what cannot be, by its field: %s', async (field, wrong) => {
    await using storage = await open();
    const tokens = make(storage);
    await expect(tokens.create({ ...asked, ...wrong })).rejects.toMatchObject({ code: 'INVALID_INPUT', field });
    expect(await tokens.list('someone')).toEqual([]);
  });

  it('allows so many tokens, those that ended not counted', async () => {
    await using storage = await open();
    const tokens = make(storage);
    const made = [];
    for (let i = 0; i < 100; i += 1) made.push(await tokens.create(asked));
    await expect(tokens.create(asked)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await tokens.revoke('someone', made[0]?.token.id ?? '');
    await tokens.create(asked);
  });

  it('notes the last use, at most once a minute', async () => {
    await using storage = await open();
    const tokens = make(storage);
    const { text } = await tokens.create(asked);
    const lastUsed = async () => (await tokens.list('someone'))[0]?.lastUsedAt;
    await tokens.verify(text);
    await tokens.close();
    expect(await lastUsed()).toBe(start);
    tokens.wait(MINUTE - 1);
    await tokens.verify(text);
    await tokens.close();
    expect(await lastUsed()).toBe(start);
    tokens.wait(1);
    await Promise.all([tokens.verify(text), tokens.verify(text)]);
    await tokens.close();
    expect(await lastUsed()).toBe(start + MINUTE);
  });

  it('goes over to a new server key when it is used, and ends with the old one when it is not', async () => {
    await using storage = await open();
    const before = make(storage, { keys: serverKeys(oldKey) });
    const used = await before.create({ ...asked, credential });
    const unused = await before.create(asked);
    const between = make(storage, { keys: serverKeys(newKey, oldKey) });
    expect(await between.verify(used.text)).toMatchObject({ valid: true });
    await between.close();
    const after = make(storage, { keys: serverKeys(newKey) });
    const verified = await after.verify(used.text);
    expect(verified.valid && verified.credential()).toBe(credential);
    expect(await after.verify(unused.text)).toMatchObject({ valid: false, problem: 'unknown' });
  });

  it('leaves no secret in the database, in what it says, or in what it throws', async () => {
    await using storage = await open();
    const reports: string[] = [];
    const tokens = make(storage, { report: (message) => reports.push(message) });
    const { text, token } = await tokens.create({ ...asked, credential });
    const secret = text.slice(20, 63);
    const said: unknown[] = [token, await tokens.list('someone')];
    for (const attempt of [text, text.slice(1), text.slice(0, -1), `${text}x`, makeTokenText().text]) {
      said.push(await tokens.verify(attempt, '203.0.113.9'));
    }
    await tokens.close();
    await tokens.revoke('someone', token.id);
    said.push(await tokens.verify(text), await tokens.create({ ...asked, name: text }).catch((error) => error));
    for (const table of ['static_tokens', 'usage_counters', 'gateway_keys'] as const) {
      said.push(await storage.db.selectFrom(table).selectAll().execute());
    }
    if ('dataDir' in storage.options) {
      for (const file of ['gateway.db', 'gateway.db-wal']) {
        said.push((await readFile(join(storage.options.dataDir, file))).toString('latin1'));
      }
    }
    await storage.db.schema.dropTable('static_tokens').execute();
    said.push(await tokens.verify(text).catch((error) => error), reports);
    const all = said
      .map((each) => inspect(each, { depth: 12, maxStringLength: null, maxArrayLength: null }))
      .join('\n');
    for (const canary of [secret, text, credential]) {
      const bytes = Buffer.from(canary);
      // Base64 of the middle, so that what stands before it does not matter.
      const forms = [canary, bytes.toString('hex'), bytes.toString('base64').slice(4, -4), encodeURIComponent(canary)];
      for (const form of forms) expect(all.includes(form), `${engine.name}: ${form.length} characters`).toBe(false);
    }
    expect(all).toContain(token.id);
  });
});
