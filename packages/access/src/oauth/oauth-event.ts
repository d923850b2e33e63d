/** What an operator may want to hear of. Names clients, never accounts or tokens. */
export type OAuthEvent =
  /** A used refresh token came back after its grace: these sessions were ended. */
  | { readonly type: 'refresh-reuse'; readonly clientId: string | undefined; readonly grants: number }
  /** A refresh was repeated within the grace, by a second process or after a lost answer. */
  | { readonly type: 'refresh-repeated' };
