import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/** A server key. The database never holds it; that is what a chain's worth rests on. */
export interface AuditKey {
  /** Short: it stands before each signature. */
  readonly id: string;
  readonly secret: Uint8Array;
}

export type Part = string | number | null | readonly Part[];

/** Signs with the first key, and checks with all of them. */
export interface Signatures {
  /** `<key id>.<HMAC-SHA256>` of the parts, whose first names what they are. */
  sign(parts: readonly Part[]): string;
  check(parts: readonly Part[], signature: string): 'right' | 'wrong' | 'unknown key';
  /** For hashes of texts that are not kept. */
  readonly textKey: KeyObject;
}

const SHORTEST_SECRET = 32;

/** The keys of the audit are derived from the server's, so that these may have other uses. */
export function createSignatures(keys: readonly AuditKey[]): Signatures {
  const [newest] = keys;
  if (newest === undefined) throw new Error('The audit needs a key.');
  for (const { id, secret } of keys) {
    if (!/^[\w.-]{1,32}$/.test(id))
      throw new Error('The id of an audit key is up to 32 letters, digits, ".", "-" and "_".');
    if (secret.byteLength < SHORTEST_SECRET) throw new Error(`The audit key ${id} has less than 32 bytes.`);
  }
  const derived = new Map(keys.map(({ id, secret }) => [id, derive(secret, 'record')]));
  const newestKey = derive(newest.secret, 'record');
  return {
    sign: (parts) => signature(newest.id, newestKey, parts),
    check(parts, given) {
      const id = given.slice(0, Math.max(given.lastIndexOf('.'), 0));
      const key = derived.get(id);
      if (key === undefined) return given === '' ? 'wrong' : 'unknown key';
      return signature(id, key, parts) === given ? 'right' : 'wrong';
    },
    textKey: derive(newest.secret, 'text'),
  };
}

function derive(secret: Uint8Array, use: 'record' | 'text'): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `voxolib/audit/v1/${use}`, 32)));
}

function signature(id: string, key: KeyObject, parts: readonly Part[]): string {
  return `${id}.${createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url')}`;
}
