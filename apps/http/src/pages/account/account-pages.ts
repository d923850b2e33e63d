import type { AccountSessions, AuthorizationServer, Limits, SignInDelay, StaticTokens, Storage } from '@voxolib/access';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { assetFiles } from '#assets';
import type { Enter } from '../../accounts/enter.ts';
import type { DaktelaRules } from '../../mcp/credential-headers.ts';
import { hashedAssets } from '../assets.ts';
import { readCallQuery } from '../calls/call-query.ts';
import { findCalls } from '../calls/find-calls.ts';
import { ownPageHeaders } from '../headers.ts';
import { preferredLanguage } from '../language.ts';
import { credentialCheck } from '../sign-in/credential-check.ts';
import { formBodies } from '../sign-in/form-body.ts';
import type { AccountContext } from './account-frame.tsx';
import { renderAccountNotice } from './account-notice.tsx';
import { ACCOUNT_PATH, type AccountAddresses, accountAddresses, CALLS_PATH, doneOf, withDone } from './addresses.ts';
import { browserCookies } from './browser-cookies.ts';
import { renderCallsPage } from './calls-page.tsx';
import { renderOverviewPage } from './overview-page.tsx';
import { AccountRefused } from './refused.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { accountTexts, type NoticeName } from './texts.ts';
import { tokenRoutes } from './token-routes.ts';
import { usageOf } from './usage.ts';
import { createVisits } from './visits.ts';

export interface AccountPagesOptions {
  authorization: Pick<AuthorizationServer, 'connectedClients' | 'disconnect'>;
  staticTokens: StaticTokens;
  limits: Limits;
  storage: Storage;
  sessions: AccountSessions;
  /** Asks the vendors about what somebody signs in with. */
  enter: Enter;
  /** Which addresses of Daktela instances somebody may sign in at. */
  daktelaRules: DaktelaRules;
  /** What is sealed in the place of it: the same, or what leads to it. */
  keep(credential: string): Promise<string>;
  /** False when the vendor has refused what a person signed in with. */
  stillAccepted(token: string): Promise<boolean>;
  /** Names the account of a token, the same as where a client is connected. */
  accountOf(token: string): Promise<string>;
  /** Slows down those who guess; the same as where a client is connected. */
  delay: SignInDelay;
  /** What a token may be given here that opens what somebody signed in with. */
  offeredScopes(credential: string): readonly string[];
  /** The names of the tools that this deployment offers. */
  tools: readonly string[];
  /** The tier of everybody who signs in, and of the tokens that they make. */
  tier: string;
  publicUrl: URL;
  /** Told what a person did, in words without a secret. */
  onEvent(event: string, facts?: Record<string, string>): void;
  /** Told of failures of ours. */
  onError(error: unknown, requestId: string): void;
}

/** What an answer is made with. */
export type Contexts = (
  request: FastifyRequest,
  reply: FastifyReply,
) => { context: AccountContext; addresses: AccountAddresses; send(html: string): FastifyReply };

/** Serves `/account`: what a person has connected, their tokens, their calls and what is used. */
export function accountPages(app: FastifyInstance, options: AccountPagesOptions): void {
  const { authorization, staticTokens, limits, storage, tools, publicUrl, onEvent } = options;
  const cookies = browserCookies({ secure: publicUrl.protocol === 'https:' });
  const { origin, host } = publicUrl;
  const visits = createVisits({ ...options, cookies, origin });
  const tier = limits.tier(options.tier);

  app.register(async (scope) => {
    const assets = hashedAssets(await assetFiles());
    const contexts: Contexts = (request, reply) => {
      const language = preferredLanguage(request.query, request.headers['accept-language']);
      reply.header('content-language', language);
      return {
        context: { language, texts: accountTexts[language], assets, host },
        addresses: accountAddresses(language),
        send: (html) => reply.type('text/html; charset=utf-8').send(html),
      };
    };
    formBodies(scope);
    scope.addHook('onRequest', async (_, reply) => {
      reply.headers(ownPageHeaders);
    });
    scope.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
      const { statusCode = 500 } = error;
      if (statusCode >= 500) options.onError(error, request.id);
      const { context, send } = contexts(request, reply.code(statusCode));
      return send(renderAccountNotice({ ...context, notice: noticeOf(error, statusCode) }));
    });

    signInRoutes(scope, { ...options, contexts, cookies, visits, check: credentialCheck(options), origin });
    const endpoint = new URL('/mcp', publicUrl).href;
    tokenRoutes(scope, { ...options, contexts, visits, tier, endpoint });

    scope.get(
      ACCOUNT_PATH,
      visits.page(async ({ request, reply, account, visitor }) => {
        const { context, send } = contexts(request, reply);
        const now = Date.now();
        const [clients, tokens] = await Promise.all([
          authorization.connectedClients(account),
          staticTokens.list(account),
        ]);
        const live = tokens.filter((token) => token.revokedAt === undefined && token.expiresAt > now);
        const usage = await usageOf(limits, account, [tier.name, ...live.map((token) => token.tier)]);
        const done = doneOf(request.query);
        return send(
          renderOverviewPage({ ...context, visitor, clients, tokens, usage, tierOf: limits.tier, now, done }),
        );
      }),
    );

    scope.get(
      CALLS_PATH,
      visits.page(async ({ request, reply, account, visitor }) => {
        const view = await findCalls(storage, readCallQuery(request.query, { subject: account }));
        const { context, send } = contexts(request, view.found === undefined ? reply.code(400) : reply);
        return send(renderCallsPage({ ...context, visitor, view, tools }));
      }),
    );

    scope.post(
      `${ACCOUNT_PATH}/clients/:id/disconnect`,
      visits.form(async ({ request, reply, account }) => {
        const { id } = request.params as { id: string };
        if (!(await authorization.disconnect(account, id))) throw new AccountRefused(404);
        onEvent('client-disconnected');
        return reply.redirect(withDone(contexts(request, reply).addresses.overview, 'disconnected'), 303);
      }),
    );
  });
}

function noticeOf(error: Error, statusCode: number): NoticeName {
  if (error instanceof AccountRefused) return error.notice;
  return statusCode >= 500 ? 'failed' : 'unreadable';
}
