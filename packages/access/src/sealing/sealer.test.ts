import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGatewayKeys } from '../keys/gateway-keys.ts';
import { hashId } from './hash-id.ts';
import { createSealer } from './sealer.ts';

const secret = () => randomBytes(32).toString('base64');
const [old, next, foreign] = [secret(), secret(), secret()];
const sealer = createSealer(parseGatewayKeys(`next:${next},old:${old}`));

const text = fc.string({ unit: 'binary', maxLength: 300 });
const token = fc.string({ unit: 'binary', minLength: 1, maxLength: 80 });
const kind = fc.constantFrom('access-token', 'refresh-token', 'grant', 'credential');

describe('what is sealed', () => {
  it('opens with its token, as its kind', () => {
    fc.assert(
      fc.property(kind, token, text, (k, t, plain) => {
        expect(sealer.open(k, t, sealer.seal(k, t, plain))).toBe(plain);
      }),
    );
  });

  it('never opens with another token', () => {
    fc.assert(
      fc.property(kind, token, token, text, (k, mine, other, plain) => {
        fc.pre(mine !== other);
        expect(sealer.open(k, other, sealer.seal(k, mine, plain))).toBeUndefined();
      }),
    );
    expect(sealer.open('grant', '', sealer.seal('grant', 'token', 'text'))).toBeUndefined();
  });

  it('never opens as another kind', () => {
    fc.assert(
      fc.property(kind, kind, token, text, (mine, other, t, plain) => {
        fc.pre(mine !== other);
        expect(sealer.open(other, t, sealer.seal(mine, t, plain))).toBeUndefined();
      }),
    );
  });

  it('never opens with another server key, also under the same id', () => {
    const theirs = createSealer(parseGatewayKeys(`next:${foreign}`));
    fc.assert(
      fc.property(kind, token, text, (k, t, plain) => {
        const sealed = sealer.seal(k, t, plain);
        expect(theirs.open(k, t, sealed)).toBeUndefined();
        expect(sealer.open(k, t, { ...sealed, keyId: 'old' })).toBeUndefined();
        expect(sealer.open(k, t, { ...sealed, keyId: 'gone' })).toBeUndefined();
      }),
    );
  });

  it('never opens with a bit that was flipped, or a byte more or less', () => {
    fc.assert(
      fc.property(kind, token, text, fc.nat(), (k, t, plain, where) => {
        const { keyId, sealed } = sealer.seal(k, t, plain);
        const bytes = Buffer.from(sealed, 'base64url');
        const flipped = Buffer.from(bytes);
        const bit = where % (bytes.length * 8);
        flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        const cut = bytes.subarray(0, where % bytes.length);
        for (const altered of [flipped, cut, bytes.subarray(1), Buffer.concat([bytes, Buffer.of(0)])]) {
          expect(sealer.open(k, t, { keyId, sealed: altered.toString('base64url') })).toBeUndefined();
        }
      }),
    );
  });

  it('never opens in another spelling, and nothing that was not sealed opens', () => {
    const { keyId, sealed } = sealer.seal('grant', 'token', 'some text');
    for (const spelling of [`${sealed}=`, ` ${sealed}`, `${sealed}!`, '']) {
      expect(sealer.open('grant', 'token', { keyId, sealed: spelling })).toBeUndefined();
    }
    fc.assert(
      fc.property(fc.string(), (any) => {
        expect(sealer.open('grant', 'token', { keyId, sealed: any })).toBeUndefined();
      }),
    );
  });

  it('is different each time, and shows neither text nor token', () => {
    const plain = 'pk_live_1234.abcdef';
    const [one, two] = [sealer.seal('credential', 'the-token', plain), sealer.seal('credential', 'the-token', plain)];
    expect(one.sealed).not.toBe(two.sealed);
    const bytes = Buffer.from(one.sealed, 'base64url').toString('latin1');
    for (const part of [plain, 'the-token']) expect(bytes + one.sealed).not.toContain(part);
    expect(() => sealer.seal('credential', '', plain)).toThrow('without a token');
  });
});

describe('a rotation of the server key', () => {
  const before = createSealer(parseGatewayKeys(`old:${old}`));
  const after = createSealer(parseGatewayKeys(`next:${next}`));
  const row = before.seal('grant', 'token', 'text');

  it('opens the old, and seals with the new', () => {
    expect(sealer.open('grant', 'token', row)).toBe('text');
    const again = sealer.seal('grant', 'token', 'text');
    expect([row.keyId, again.keyId]).toEqual(['old', 'next']);
    expect(after.open('grant', 'token', again)).toBe('text');
  });

  it('loses what was not sealed again when the old key goes', () => {
    expect(after.open('grant', 'token', row)).toBeUndefined();
  });
});

it('stores ids as SHA-256', () => {
  expect(hashId('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
});
