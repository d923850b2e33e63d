/** What the authorization server keeps: clients, sign-ins in progress, codes, tokens, grants, sessions. Each sealed under its own id. */
export interface OAuthObjectTable {
  kind: string;
  id_hash: string;
  /** Of the grant that it belongs to, itself for a grant. */
  grant_hash: string | null;
  key_id: string;
  /** Blank in a used refresh token after its grace: what is left of it shows only that it comes back. */
  sealed: string;
  consumed_at: number | null;
  expires_at: number;
}

/** What an account has allowed a client, as far as it can be shown and ended without the client's token. */
export interface OAuthGrantTable {
  grant_hash: string;
  account_hash: string;
  client_id: string;
  client_name: string;
  redirect_host: string;
  scopes: string;
  created_at: number;
  /** Written at most once a minute. */
  last_used_at: number | null;
  expires_at: number;
}

/** The vendor credential of a grant, sealed under the id of the grant, to which only a token of the grant leads. */
export interface UpstreamCredentialTable {
  grant_hash: string;
  key_id: string;
  sealed: string;
}
