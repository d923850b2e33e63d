import type { Kysely } from 'kysely';
import { type Adapter, type AdapterFactory, type AdapterPayload, errors, Provider } from 'oidc-provider';
import { hashId } from '../sealing/hash-id.ts';
import type { Sealer } from '../sealing/sealer.ts';
import type { Database } from '../storage/database.ts';
import type { GrantStore } from './grant-store.ts';
import {
  consumeObject,
  deleteObject,
  openObject,
  type Payload,
  readObject,
  sealObject,
  writeObject,
} from './object-store.ts';
import type { RefreshRotation } from './refresh-rotation.ts';

export interface SealedAdapterOptions {
  readonly db: Kysely<Database>;
  readonly sealer: Sealer;
  readonly grants: GrantStore;
  readonly rotation: RefreshRotation;
  /** How long a registered client is kept that nobody has signed in with. */
  readonly unusedClientLifetimeMs: number;
}

/** What the library keeps, in our tables: ids hashed, contents sealed under the id, used up at most once. */
export function sealedAdapter(options: SealedAdapterOptions): AdapterFactory {
  // An arrow function, because the library calls `new` on every other kind.
  return (kind) => {
    if (kind === 'Session') return noSessions;
    if (kind === 'RefreshToken') return refreshTokens(objects(kind, options), options.rotation);
    return objects(kind, options);
  };
}

function objects(kind: string, options: SealedAdapterOptions): Adapter {
  const { db, sealer, grants } = options;
  return {
    async upsert(id, payload, expiresIn) {
      const lifetimeMs = expiresIn === undefined ? options.unusedClientLifetimeMs : expiresIn * 1000;
      await writeObject(db, sealObject(sealer, kind, id, { ...payload }, Date.now() + lifetimeMs));
    },
    async find(id) {
      const row = await readObject(db, kind, id);
      const payload = row && openObject(sealer, row, id);
      if (!payload) return undefined;
      return loaded(kind, id, payload, row.expires_at, row.consumed_at);
    },
    async consume(id) {
      if (await consumeObject(db, kind, id)) return;
      const row = await readObject(db, kind, id);
      if (row?.grant_hash) await grants.end(row.grant_hash);
      throw new errors.InvalidGrant('already used');
    },
    async destroy(id) {
      if (kind === 'Grant') await grants.end(hashId(id));
      else await deleteObject(db, kind, id);
    },
    async revokeByGrantId(grantId) {
      await db.deleteFrom('oauth_objects').where('kind', '=', kind).where('grant_hash', '=', hashId(grantId)).execute();
    },
    findByUid: async () => undefined,
    findByUserCode: async () => undefined,
  };
}

const successors = new WeakMap<object, string>();

function refreshTokens(base: Adapter, rotation: RefreshRotation): Adapter {
  return {
    ...base,
    async upsert(id, payload, expiresIn) {
      await rotation.save(id, { ...payload }, Date.now() + (expiresIn ?? 0) * 1000);
    },
    async find(id) {
      const payload = await rotation.find(id);
      return payload && { ...payload, jti: id };
    },
    async consume(id) {
      const successor = await rotation.consume(id);
      if (Provider.ctx) successors.set(Provider.ctx, successor);
    },
  };
}

/**
 * The library makes up the id of a new refresh token; after a rotation it must be the successor that the used one gave.
 * The one place where we change the library, and why its version is pinned exactly.
 */
export function issueSuccessors(provider: Provider): void {
  const prototype = provider.RefreshToken.prototype;
  const generate: unknown = Reflect.get(prototype, 'generateTokenId');
  if (typeof generate !== 'function') throw new TypeError('This version of oidc-provider makes ids in another way.');
  Reflect.set(prototype, 'generateTokenId', function generateTokenId(this: object): unknown {
    const context = Provider.ctx;
    return (context && successors.get(context)) ?? Reflect.apply(generate, this, []);
  });
}

function loaded(kind: string, id: string, payload: Payload, expiresAt: number, consumedAt: number | null) {
  return {
    ...payload,
    // A client is its metadata and nothing else.
    ...(kind !== 'Client' && { jti: id, exp: Math.floor(expiresAt / 1000) }),
    ...(consumedAt !== null && { consumed: Math.floor(consumedAt / 1000) }),
  } satisfies AdapterPayload;
}

/** Nobody stays signed in here: each sign-in brings the credential that its grant is made of. */
const noSessions: Adapter = {
  upsert: async () => {},
  find: async () => undefined,
  findByUid: async () => undefined,
  findByUserCode: async () => undefined,
  consume: async () => {},
  destroy: async () => {},
  revokeByGrantId: async () => {},
};
