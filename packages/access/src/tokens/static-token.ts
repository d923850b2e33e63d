import type { Selectable } from 'kysely';
import type { StaticTokenTable } from './static-token-table.ts';

/** A static token as its owner may see it. The token itself is shown once, when it is made. Times are epoch milliseconds. */
export interface StaticToken {
  /** The part of the token that is no secret; stands in the audit. */
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly tier: string;
  /** Networks that it may be used from; empty for any. */
  readonly addresses: readonly string[];
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly revokedAt?: number;
  /** To the minute. */
  readonly lastUsedAt?: number;
}

export type StaticTokenRow = Selectable<StaticTokenTable>;

export function toStaticToken(row: StaticTokenRow): StaticToken {
  return {
    id: row.id,
    account: row.account,
    name: row.name,
    scopes: row.scopes.split(' '),
    tier: row.tier,
    addresses: readAddresses(row.addresses),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    ...(row.revoked_at !== null && { revokedAt: row.revoked_at }),
    ...(row.last_used_at !== null && { lastUsedAt: row.last_used_at }),
  };
}

function readAddresses(json: string | null): string[] {
  return json === null ? [] : JSON.parse(json);
}
