import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { DaktelaAccount, DaktelaAccounts } from './accounts.ts';
import { badLogin, unauthenticated } from './api-error.ts';
import { instances } from './instances.ts';

/** What a login gives. */
export interface Session {
  account: DaktelaAccount;
  accessToken: string;
  refreshToken: string;
  /** Epoch milliseconds. */
  expires: number;
}

export interface Sessions {
  /** @throws ApiError 401 */
  login(username: string, password: string): Session;
  /** Each refresh token works once. @throws ApiError 401 */
  refresh(refreshToken: string): Session;
  /** Whose token it is, of a session or a static one. */
  accountOf(token: string): DaktelaAccount | undefined;
  /** Ends all sessions after so many more requests have been answered. */
  end(afterRequests: number): void;
  /** How often somebody tried to log in. */
  readonly logins: number;
  /** Whether a text is one of the secrets that open something. */
  isSecret(text: string): boolean;
}

const MOST_SESSIONS = 5_000;
const REFRESHABLE_MS = 30 * 86_400_000;

export function createSessions(accounts: DaktelaAccounts, now: () => Date): Sessions {
  const byToken = new Map<string, Session>();
  const byRefreshToken = new Map<string, Session>();
  const all = Object.values(accounts);
  let logins = 0;
  let left = Number.POSITIVE_INFINITY;

  const open = (account: DaktelaAccount): Session => {
    const session: Session = {
      account,
      accessToken: token(),
      refreshToken: token(),
      expires: now().getTime() + instances[account.instance].sessionSeconds * 1_000,
    };
    byToken.set(session.accessToken, session);
    byRefreshToken.set(session.refreshToken, session);
    if (byToken.size > MOST_SESSIONS) forgetFirst(byToken);
    if (byRefreshToken.size > MOST_SESSIONS) forgetFirst(byRefreshToken);
    return session;
  };

  return {
    login(username, password) {
      logins++;
      const account = all.find((candidate) => candidate.username === username);
      if (account === undefined || !account.enabled || !sameText(account.password, password)) throw badLogin();
      return open(account);
    },
    refresh(refreshToken) {
      const session = byRefreshToken.get(refreshToken);
      if (session === undefined || session.expires + REFRESHABLE_MS < now().getTime()) throw unauthenticated();
      byRefreshToken.delete(refreshToken);
      return open(session.account);
    },
    accountOf(token) {
      const fixed = all.find(({ accessToken, enabled }) => enabled && sameText(accessToken, token));
      if (fixed !== undefined) return fixed;
      const session = byToken.get(token);
      if (session === undefined || session.expires <= now().getTime()) return undefined;
      if (left <= 0) {
        left = Number.POSITIVE_INFINITY;
        byToken.clear();
        return undefined;
      }
      left--;
      return session.account;
    },
    end(afterRequests) {
      if (afterRequests > 0) left = afterRequests;
      else byToken.clear();
    },
    get logins() {
      return logins;
    },
    isSecret: (text) =>
      byToken.has(text) ||
      byRefreshToken.has(text) ||
      all.some(({ accessToken, password }) => text.includes(accessToken) || text.includes(password)),
  };
}

function token(): string {
  return randomBytes(20).toString('hex');
}

function forgetFirst(map: Map<string, Session>): void {
  for (const key of map.keys()) {
    map.delete(key);
    return;
  }
}

function sameText(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
