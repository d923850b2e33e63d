import { createHmac } from 'node:crypto';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { AccessTokenError, createAccessToken, fingerprint, isAccessToken, parseAccessToken } from './index.ts';

/**
 * Made outside this package, by both of these, which agreed (the last two by Python alone):
 *   printf '%scdr' "$PK" | openssl dgst -sha256 -hmac "$SECRET" | sed 's/^.* //'
 *   hmac.new(secret.encode(), (pk + "cdr").encode(), hashlib.sha256).hexdigest()
 */
const vectors: [publicKey: string, secretKey: string, signature: string][] = [
  ['pk_test', 'secret', '85e77c414697c7bf4d5abee24b0db75744113fddf58ac44bd51b6b97713db096'],
  ['a', 'b', 'c4ad3d6e51b09cf642843d46a25ffa651b2eb4fcdbf810fb9276c8ba14db6026'],
  ['clé.publique-ñ', 'sécrèt "ü" 密钥', '84ce7539c79bb100cb56b91c00b3c517de9dfbd0fac96401e1dcd6476429a06f'],
  ['公钥😀', 'пароль with spaces inside', 'a7b7251253abfc9a1c9f4d1327c0d52c02b3676c558a800a7d4890d9e2da6d4a'],
  ['team.eu.7', 'k0', '2237464882300b0b6ad74943c3f1dc20785e074cd9c91018bf5eb25f54940806'],
  ['long-secret', 'x'.repeat(200), 'cbe114a9d15e361007d41de7e9456cb587d38fb698f0323de0173bea4ffcd08a'],
  ['k'.repeat(256), 'e\u0301 is not é', '8f021a4ec90ecc67a433bc16df4a12a48af04a73f4c00b569e121515dff28ece'],
];

const SIGNATURE = '0123456789abcdef'.repeat(4);

// `binary` makes any code point; the filters are written apart from the package's own expressions on purpose.
const isPlain = (character: string) => character.trim() !== '' && !/\p{Cc}/u.test(character);
const publicKeys = fc
  .array(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter(isPlain), { minLength: 1, maxLength: 60 })
  .map((characters) => characters.join(''));
const secretKeys = fc.tuple(publicKeys, fc.string({ unit: 'binary' }), publicKeys).map((parts) => parts.join(''));

describe('createAccessToken', () => {
  it.each(vectors)('agrees with openssl and Python for %s', async (publicKey, secretKey, signature) => {
    expect(await createAccessToken({ publicKey, secretKey })).toBe(`${publicKey}.${signature}`);
  });

  it('agrees with another HMAC, and is taken apart again, for any keys', async () => {
    await fc.assert(
      fc.asyncProperty(publicKeys, secretKeys, async (publicKey, secretKey) => {
        const signature = createHmac('sha256', secretKey).update(`${publicKey}cdr`).digest('hex');
        const token = await createAccessToken({ publicKey, secretKey });
        expect(parseAccessToken(token)).toEqual({ publicKey, signature });
      }),
    );
  });

  it.each([
    ['publicKey', { publicKey: '', secretKey: 'secret' }],
    ['publicKey', { publicKey: 'pk\n', secretKey: 'secret' }],
    ['publicKey', { publicKey: '\u00a0pk', secretKey: 'secret' }],
    ['publicKey', { publicKey: 'p k', secretKey: 'secret' }],
    ['publicKey', { publicKey: 'p'.repeat(257), secretKey: 'secret' }],
    ['publicKey', { publicKey: 'pk\ud800', secretKey: 'secret' }],
    ['secretKey', { publicKey: 'pk', secretKey: '' }],
    ['secretKey', { publicKey: 'pk', secretKey: ' secret' }],
    ['secretKey', { publicKey: 'pk', secretKey: 'secret\r' }],
    ['secretKey', { publicKey: 'pk', secretKey: 'secret\u0000' }],
    ['secretKey', { publicKey: 'pk', secretKey: 'sec\udc00ret' }],
  ])('refuses a bad %s: %j', async (field, keys) => {
    await expect(createAccessToken(keys)).rejects.toMatchObject({ code: 'INVALID_KEY', field });
  });

  it('says nothing of the keys in its errors', async () => {
    const error = await createAccessToken({ publicKey: ' canary-public', secretKey: 'canary-secret' }).catch((e) => e);
    expect(error).toBeInstanceOf(AccessTokenError);
    expect(inspect(error, { depth: 12 })).not.toContain('canary-');
  });

  it('says what to do where a page has no Web Crypto', async () => {
    vi.stubGlobal('crypto', {});
    const made = createAccessToken({ publicKey: 'pk', secretKey: 'secret' });
    await expect(made).rejects.toMatchObject({ code: 'NO_WEB_CRYPTO', message: expect.stringContaining('https://') });
    vi.unstubAllGlobals();
  });
});

describe('parseAccessToken', () => {
  it('separates at the last dot', () => {
    expect(parseAccessToken(`team.eu.7.${SIGNATURE}`)).toEqual({ publicKey: 'team.eu.7', signature: SIGNATURE });
  });

  it('keeps a signature in upper case as it is', () => {
    expect(parseAccessToken(`pk.${SIGNATURE.toUpperCase()}`).signature).toBe(SIGNATURE.toUpperCase());
  });

  it.each([
    ['', /no dot/],
    ['canary', /no dot/],
    [`.${SIGNATURE}`, /is empty/],
    ['canary.', /0 hex digits/],
    [`canary.${SIGNATURE.slice(1)}`, /63 hex digits/],
    [`canary.${SIGNATURE}0`, /65 hex digits/],
    [`canary.${SIGNATURE.slice(1)}g`, /hex digits alone/],
    [`canary.${SIGNATURE}\n`, /hex digits alone/],
    [`Bearer canary.${SIGNATURE}`, /contains white space/],
    [` canary.${SIGNATURE}`, /starts or ends with white space/],
    [`can\u0000ary.${SIGNATURE}`, /control character/],
    [`${'canary'.repeat(50)}.${SIGNATURE}`, /longer than/],
  ])('says what is wrong with %j without repeating it', (text, reason) => {
    const parse = () => parseAccessToken(text);
    expect(parse).toThrow(reason);
    expect(parse).toThrow(expect.objectContaining({ code: 'MALFORMED_TOKEN' }));
    expect(parse).not.toThrow(/canary|0123456789abcdef/);
    expect(isAccessToken(text)).toBe(false);
  });

  it('gives back the parts of everything that it takes, and never throws another error', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.tuple(fc.string(), fc.stringMatching(/^[0-9a-fA-F]{63,65}$/)).map((parts) => parts.join('.')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        if (!isAccessToken(text)) {
          expect(() => parseAccessToken(text)).toThrow(AccessTokenError);
          return;
        }
        const { publicKey, signature } = parseAccessToken(text);
        expect(`${publicKey}.${signature}`).toBe(text);
        expect(signature).toHaveLength(64);
      }),
    );
  });
});

describe('fingerprint', () => {
  it('is stable, short, different for every token, and not a part of it or its bare hash', async () => {
    const tokens = vectors.map(([publicKey, , signature]) => `${publicKey}.${signature}`);
    const prints = await Promise.all(tokens.map(fingerprint));
    expect(prints[0]).toBe('d830fc76113e');
    expect(new Set(prints).size).toBe(tokens.length);
    for (const [index, print] of prints.entries()) {
      expect(print).toMatch(/^[0-9a-f]{12}$/);
      expect(tokens[index]).not.toContain(print);
    }
  });
});
