import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import type { ServerKey, ServerKeys } from '../keys/server-keys.ts';

/** A text that only its token and the named server key open together. Both parts are kept in columns of the row. */
export interface Sealed {
  readonly keyId: string;
  /** Nonce, ciphertext and tag as base64url. */
  readonly sealed: string;
}

export interface Sealer {
  /** `kind` is what the text is (`refresh-token`, `credential`): sealed as one, it never opens as another. */
  seal(kind: string, token: string, text: string): Sealed;
  /** Undefined for another token, another kind, a key that is gone, and anything that was altered. */
  open(kind: string, token: string, sealed: Sealed): string | undefined;
}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals under a key made of the caller's own token and a server key, so that neither the database nor the server key, nor
 * both together, open anything. `token` is a random secret, never a password.
 */
export function createSealer(keys: ServerKeys): Sealer {
  return {
    seal(kind, token, text) {
      if (token === '') throw new TypeError('Cannot seal without a token');
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, sealingKey(keys.current, kind, token), nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(context(kind, keys.current.id));
      const parts = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
      return { keyId: keys.current.id, sealed: Buffer.concat(parts).toString('base64url') };
    },
    open(kind, token, { keyId, sealed }) {
      const key = keys.find(keyId);
      const bytes = Buffer.from(sealed, 'base64url');
      if (!key || token === '' || bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
      // The decoder skips what is not base64url: only the one form that `seal` wrote is taken.
      if (bytes.toString('base64url') !== sealed) return undefined;
      const nonce = bytes.subarray(0, NONCE_BYTES);
      const decipher = createDecipheriv(CIPHER, sealingKey(key, kind, token), nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(context(kind, keyId));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      try {
        return decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        return undefined;
      }
    },
  };
}

/** A key object, because Node takes three times as long for a cipher with a key of bytes. */
function sealingKey(key: ServerKey, kind: string, token: string): KeyObject {
  const bytes = hkdfSync('sha256', token, key.subkey('seal'), `voxolib/access/v1/sealed/${kind}`, 32);
  return createSecretKey(new Uint8Array(bytes));
}

/** As JSON, so that no two pairs give the same bytes. */
function context(kind: string, keyId: string): Buffer {
  return Buffer.from(JSON.stringify([kind, keyId]));
}
