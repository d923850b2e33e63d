import type { AccountSession, AccountSessions } from '@voxolib/access';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { accountName } from '../../accounts/credentials.ts';
import { preferredLanguage } from '../language.ts';
import { field } from '../sign-in/form-body.ts';
import { isFromOurPage, isSame } from '../sign-in/form-origin.ts';
import type { Visitor } from './account-frame.tsx';
import { accountAddresses } from './addresses.ts';
import type { BrowserCookies } from './browser-cookies.ts';
import { AccountRefused } from './refused.ts';

/** A request of somebody who is signed in. */
export interface Visit {
  request: FastifyRequest;
  reply: FastifyReply;
  account: string;
  /** What opens the account at the vendor. */
  credential: string;
  visitor: Visitor;
}

type Serve = (visit: Visit) => FastifyReply | Promise<FastifyReply>;
type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

export interface Visits {
  /** Serves those who are signed in; leads the others to the sign-in. */
  page(serve: Serve): Handler;
  /** The same for a form of ours that this browser was given in this session. Throws an `AccountRefused`. */
  form(serve: Serve): Handler;
  /** The session that counts, if there is one. */
  find(request: FastifyRequest): Promise<AccountSession | undefined>;
}

export interface VisitsOptions {
  sessions: AccountSessions;
  cookies: BrowserCookies;
  origin: string;
  /** False when the vendor has refused what the person signed in with. */
  stillAccepted(credential: string): Promise<boolean>;
}

export function createVisits({ sessions, cookies, origin, stillAccepted }: VisitsOptions): Visits {
  async function find(request: FastifyRequest): Promise<AccountSession | undefined> {
    const text = cookies.session(request);
    const session = text === undefined ? undefined : await sessions.find(text);
    if (text === undefined || session === undefined) return undefined;
    if (await stillAccepted(session.credential)) return session;
    await sessions.end(text);
    return undefined;
  }

  const toSignIn = (request: FastifyRequest, reply: FastifyReply) => {
    const language = preferredLanguage(request.query, request.headers['accept-language']);
    return reply.redirect(accountAddresses(language).signIn, 303);
  };

  const visit = (request: FastifyRequest, reply: FastifyReply, session: AccountSession): Visit => ({
    request,
    reply,
    account: session.account,
    credential: session.credential,
    visitor: { publicKey: accountName(session.credential), csrf: session.csrf },
  });

  return {
    find,
    page: (serve) => async (request, reply) => {
      const session = await find(request);
      return session === undefined ? toSignIn(request, reply) : serve(visit(request, reply, session));
    },
    form: (serve) => async (request, reply) => {
      if (!isFromOurPage(request.headers, origin)) throw new AccountRefused(403);
      const session = await find(request);
      if (session === undefined) return toSignIn(request, reply);
      if (!isSame(field(request.body, 'csrf'), session.csrf)) throw new AccountRefused(403);
      return serve(visit(request, reply, session));
    },
  };
}
