/** Static tokens. Neither the token nor its secret is here, in any form that gives it back. */
export interface StaticTokenTable {
  /** The part of the token that is no secret. */
  id: string;
  /** Whose token it is. */
  account: string;
  name: string;
  /** Which server key made the hash. */
  key_id: string;
  /** HMAC-SHA-256 of the token, as base64url. */
  hash: string;
  /** Separated by spaces. */
  scopes: string;
  tier: string;
  /** Networks that it may be used from, as JSON; null for any. */
  addresses: string | null;
  /** What the token opens at the vendors, sealed under the token itself. */
  credential_key_id: string | null;
  credential_sealed: string | null;
  created_at: number;
  expires_at: number;
  revoked_at: number | null;
  /** Written at most once a minute. */
  last_used_at: number | null;
}
