import type { Language } from '../language.ts';

export const ACCOUNT_PATH = '/account';
export const CALLS_PATH = `${ACCOUNT_PATH}/calls`;

/** Where the pages of the account and their forms are. They keep the language that the person chose. */
export interface AccountAddresses {
  overview: string;
  calls: string;
  signIn: string;
  signOut: string;
  newToken: string;
  tokens: string;
  revoke(id: string): string;
  disconnect(id: string): string;
  /** The calls of one client or token. */
  callsOf(filter: { client: string } | { token: string }): string;
}

/** What was just done, as the next page says it. */
const doneThings = ['signed-out', 'disconnected', 'revoked'] as const;
export type DoneThing = (typeof doneThings)[number];

export function accountAddresses(language: Language): AccountAddresses {
  const at = (path: string) => `${ACCOUNT_PATH}${path}?lang=${language}`;
  return {
    overview: at(''),
    calls: at('/calls'),
    signIn: at('/sign-in'),
    signOut: at('/sign-out'),
    newToken: at('/tokens/new'),
    tokens: at('/tokens'),
    revoke: (id) => at(`/tokens/${encodeURIComponent(id)}/revoke`),
    disconnect: (id) => at(`/clients/${encodeURIComponent(id)}/disconnect`),
    callsOf: (filter) => `${at('/calls')}&${new URLSearchParams({ ...filter })}`,
  };
}

export function withDone(address: string, done: DoneThing): string {
  return `${address}&done=${done}`;
}

export function doneOf(query: unknown): DoneThing | undefined {
  const done: unknown = typeof query === 'object' && query !== null ? Reflect.get(query, 'done') : undefined;
  return doneThings.find((known) => known === done);
}
