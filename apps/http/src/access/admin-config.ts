/** Who may see the record of all accounts. Without either way in, there is no such page. */
export interface AdminConfig {
  /** A secret that is typed into the page. */
  readonly token: string | undefined;
  readonly oidc: AdminOidc | undefined;
}

/** A provider where people sign in, and the group of it whose members are let in. */
export interface AdminOidc {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly group: string;
}
