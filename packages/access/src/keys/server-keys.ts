import { hkdfSync } from 'node:crypto';

/** What a key is used for. Each use has a key of its own, so that what one reveals is of no use to another. */
export type KeyPurpose =
  | 'seal'
  | 'refresh-successor'
  | 'request-state'
  | 'cookie'
  | 'csrf'
  | 'token-hash'
  | 'audit'
  | 'fingerprint';

export interface ServerKey {
  readonly id: string;
  /** 32 bytes for one purpose, the same every time. */
  subkey(purpose: KeyPurpose): Buffer;
}

/** The keys of a deployment: the first one seals, all of them open. Showing or logging it shows no key. */
export interface ServerKeys {
  readonly current: ServerKey;
  readonly all: readonly ServerKey[];
  find(id: string): ServerKey | undefined;
}

/** At least one key; ids are different. */
export function serverKeys(first: ServerKey, ...others: readonly ServerKey[]): ServerKeys {
  const all = [first, ...others];
  const byId = new Map(all.map((key) => [key.id, key]));
  return { current: first, all, find: (id) => byId.get(id) };
}

export function serverKey(id: string, secret: Uint8Array): ServerKey {
  const derived = new Map<KeyPurpose, Buffer>();
  const subkey = (purpose: KeyPurpose) => {
    const known = derived.get(purpose);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', secret, '', `voxolib/access/v1/${purpose}`, 32));
    derived.set(purpose, key);
    return key;
  };
  return { id, subkey };
}
