import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import { TelephonyError } from '@voxolib/telephony';
import type { ServerKeys } from '../keys/server-keys.ts';
import type { Scopes } from '../scopes/scopes.ts';
import { rememberingOpener } from '../sealing/opened.ts';
import { createSealer } from '../sealing/sealer.ts';
import { prepared } from '../storage/prepared.ts';
import type { Storage } from '../storage/storage.ts';
import { createLastUsed } from './last-used.ts';
import { checkNewStaticToken, type NewStaticToken } from './new-static-token.ts';
import { type StaticToken, type StaticTokenRow, toStaticToken } from './static-token.ts';
import { mayBeUsedFrom, refusal, type TokenProblem } from './token-problem.ts';
import { makeTokenText, readTokenId } from './token-text.ts';

export interface StaticTokensOptions {
  readonly storage: Pick<Storage, 'db'>;
  readonly keys: ServerKeys;
  readonly scopes: Scopes;
  readonly now?: () => number;
  /** Told, in a sentence, when something beside the call itself fails. */
  readonly report?: (message: string) => void;
}

export type Verification =
  | {
      readonly valid: true;
      readonly token: StaticToken;
      /** What was sealed under the token, if anything was. A function, so that no log shows it. */
      readonly credential: () => string | undefined;
    }
  | {
      readonly valid: false;
      readonly problem: TokenProblem;
      /** A sentence for whoever sent the token. */
      readonly reason: string;
    };

export interface StaticTokens {
  /** Makes a token. Its text is nowhere else, and cannot be shown again. */
  create(asked: NewStaticToken): Promise<{ readonly text: string; readonly token: StaticToken }>;
  /** Judges a token that comes from an address. What is revoked in one process is refused in all of them at once. */
  verify(text: string, address?: string): Promise<Verification>;
  /** Those of one account, the newest first. */
  list(account: string): Promise<StaticToken[]>;
  /** Ends a token of this account, and drops what was sealed under it. False when there is none to end. */
  revoke(account: string, id: string): Promise<boolean>;
  /** Ends all tokens of an account and gives their number. */
  revokeAll(account: string): Promise<number>;
  /** Forgets tokens that ended before a time, and gives their number. */
  forget(endedBefore: number): Promise<number>;
  /** Writes what is left to write; call it before the storage is closed. */
  close(): Promise<void>;
}

const SEALED_AS = 'static-token-credential';
const MOST_TOKENS = 100;

/** Static tokens of accounts: shown once, kept as a hash, revocable at any time. */
export function createStaticTokens(options: StaticTokensOptions): StaticTokens {
  const { storage, keys, scopes, now = Date.now, report = () => {} } = options;
  const { db } = storage;
  const sealer = createSealer(keys);
  const opener = rememberingOpener(sealer);
  const lastUsed = createLastUsed({
    write: (ids, last_used_at) =>
      db.updateTable('static_tokens').set({ last_used_at }).where('id', 'in', ids).execute(),
    now,
    report,
  });
  // Made once: to make one costs several times what a hash does.
  const hashKeys = new Map(keys.all.map((key) => [key.id, createSecretKey(key.subkey('token-hash'))]));
  const rowOf = prepared(db, db.selectFrom('static_tokens').selectAll().where('id', '=', ''));
  const renewing = new Set<Promise<unknown>>();

  /** The columns that depend on the server key. */
  function locked(text: string, credential: string | undefined) {
    const sealed = credential === undefined ? undefined : sealer.seal(SEALED_AS, text, credential);
    const key = createSecretKey(keys.current.subkey('token-hash'));
    return {
      key_id: keys.current.id,
      hash: hash(key, text).toString('base64url'),
      credential_key_id: sealed?.keyId ?? null,
      credential_sealed: sealed?.sealed ?? null,
    };
  }

  function open(text: string, { credential_key_id: keyId, credential_sealed: sealed }: StaticTokenRow) {
    return keyId === null || sealed === null ? undefined : opener(SEALED_AS, text, { keyId, sealed });
  }

  /** Only who brings the token can put it under a new server key. */
  function renew(text: string, row: StaticTokenRow) {
    const credential = open(text, row);
    if (row.credential_sealed !== null && credential === undefined) return;
    const update = db
      .updateTable('static_tokens')
      .set(locked(text, credential))
      .where('id', '=', row.id)
      .where('key_id', '=', row.key_id)
      .where('revoked_at', 'is', null)
      .execute()
      .catch(() => report('The database refused to put a token under the current key.'))
      .finally(() => renewing.delete(update));
    renewing.add(update);
  }

  return {
    async create(asked) {
      const createdAt = now();
      const checked = checkNewStaticToken(asked, scopes, createdAt);
      const live = await db
        .selectFrom('static_tokens')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('account', '=', asked.account)
        .where('revoked_at', 'is', null)
        .where('expires_at', '>', createdAt)
        .executeTakeFirstOrThrow();
      if (live.count >= MOST_TOKENS) {
        throw new TelephonyError('INVALID_INPUT', `There are ${MOST_TOKENS} tokens already; revoke one first.`);
      }
      const { id, text } = makeTokenText();
      const row: StaticTokenRow = {
        id,
        account: asked.account,
        name: checked.name,
        ...locked(text, asked.credential),
        scopes: checked.scopes,
        tier: asked.tier,
        addresses: checked.addresses.length === 0 ? null : JSON.stringify(checked.addresses),
        created_at: createdAt,
        expires_at: checked.expiresAt,
        revoked_at: null,
        last_used_at: null,
      };
      await db.insertInto('static_tokens').values(row).execute();
      return { text, token: toStaticToken(row) };
    },

    async verify(text, address) {
      const id = readTokenId(text);
      if (id === undefined) return refusal('mistyped');
      const [row] = await rowOf(id);
      const key = row && hashKeys.get(row.key_id);
      if (row === undefined || key === undefined || !matches(hash(key, text), row.hash)) return refusal('unknown');
      const token = toStaticToken(row);
      // From here on whoever asks is known to hold the token, and may be told more.
      if (token.revokedAt !== undefined) return refusal('revoked');
      if (token.expiresAt <= now()) return refusal('expired');
      if (!mayBeUsedFrom(token.addresses, address)) return refusal('address');
      lastUsed.note(id, row.last_used_at);
      if (row.key_id !== keys.current.id) renew(text, row);
      return { valid: true, token, credential: () => open(text, row) };
    },

    async list(account) {
      const rows = db.selectFrom('static_tokens').selectAll().where('account', '=', account);
      return (await rows.orderBy('created_at', 'desc').orderBy('id').execute()).map(toStaticToken);
    },

    async revoke(account, id) {
      return (await revokeWhere(account, id)) > 0;
    },
    revokeAll: (account) => revokeWhere(account),

    async forget(endedBefore) {
      const { numDeletedRows } = await db
        .deleteFrom('static_tokens')
        .where((row) => row.or([row('expires_at', '<', endedBefore), row('revoked_at', '<', endedBefore)]))
        .executeTakeFirst();
      return Number(numDeletedRows);
    },

    async close() {
      await lastUsed.flush();
      await Promise.all(renewing);
    },
  };

  async function revokeWhere(account: string, id?: string): Promise<number> {
    let update = db
      .updateTable('static_tokens')
      .set({ revoked_at: now(), credential_key_id: null, credential_sealed: null })
      .where('account', '=', account)
      .where('revoked_at', 'is', null);
    if (id !== undefined) update = update.where('id', '=', id);
    return Number((await update.executeTakeFirst()).numUpdatedRows);
  }
}

function hash(key: KeyObject, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function matches(made: Buffer, stored: string): boolean {
  const bytes = Buffer.from(stored, 'base64url');
  return bytes.length === made.length && timingSafeEqual(bytes, made);
}
