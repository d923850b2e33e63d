import type { StaticTokens, Tier } from '@voxolib/access';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { vendorsIn, withPrivacy } from '../../accounts/credentials.ts';
import type { Contexts } from './account-pages.ts';
import { ACCOUNT_PATH, withDone } from './addresses.ts';
import { type AskedToken, askedToken, newTokenOf, problemOf } from './asked-token.ts';
import { renderMadeToken } from './made-token-page.tsx';
import { renderNewToken } from './new-token-page.tsx';
import { AccountRefused } from './refused.ts';
import type { TokenProblem } from './texts.ts';
import type { Visit, Visits } from './visits.ts';

export interface TokenRoutesOptions {
  contexts: Contexts;
  visits: Visits;
  staticTokens: StaticTokens;
  /** What a token may be given. */
  offeredScopes(credential: string): readonly string[];
  /** The plan of those who sign in, which a person cannot choose. */
  tier: Tier;
  endpoint: string;
  onEvent(event: 'token-made' | 'token-revoked', facts: { id: string }): void;
}

const USUAL_DAYS = '90';

/** Makes and ends static tokens. */
export function tokenRoutes(scope: FastifyInstance, options: TokenRoutesOptions): void {
  const { contexts, visits, staticTokens, offeredScopes, tier, endpoint, onEvent } = options;

  const ask = (
    { request, reply, visitor, credential }: Visit,
    asked: AskedToken,
    problem?: TokenProblem,
  ): FastifyReply => {
    const { context, send } = contexts(request, reply);
    return send(
      renderNewToken({
        ...context,
        visitor,
        scopes: offeredScopes(credential),
        hasCustomers: vendorsIn(credential).includes('daktela'),
        tier: tier.title,
        asked,
        problem,
      }),
    );
  };

  /** The token, or why there is none. */
  async function make(visit: Visit, asked: AskedToken) {
    const { account, credential } = visit;
    const wanted = newTokenOf(asked, { offered: offeredScopes(credential), now: Date.now() });
    if (typeof wanted === 'string') return wanted;
    const opened = asked.privacy ? withPrivacy(credential) : credential;
    return staticTokens.create({ ...wanted, account, credential: opened, tier: tier.name }).catch(problemOf);
  }

  scope.get(
    `${ACCOUNT_PATH}/tokens`,
    visits.page(({ request, reply }) => reply.redirect(contexts(request, reply).addresses.overview, 303)),
  );

  scope.get(
    `${ACCOUNT_PATH}/tokens/new`,
    visits.page((visit) => ask(visit, { name: '', scopes: [], days: USUAL_DAYS, addresses: '', privacy: false })),
  );

  scope.post(
    `${ACCOUNT_PATH}/tokens`,
    visits.form(async (visit) => {
      const asked = askedToken(visit.request.body);
      const made = await make(visit, asked);
      if (typeof made === 'string') {
        visit.reply.code(400);
        return ask(visit, asked, made);
      }
      const { text: token, token: facts } = made;
      onEvent('token-made', { id: facts.id });
      const { context, send } = contexts(visit.request, visit.reply.code(201));
      return send(renderMadeToken({ ...context, visitor: visit.visitor, name: facts.name, token, endpoint }));
    }),
  );

  scope.post(
    `${ACCOUNT_PATH}/tokens/:id/revoke`,
    visits.form(async ({ request, reply, account }) => {
      const { id } = request.params as { id: string };
      if (!(await staticTokens.revoke(account, id))) throw new AccountRefused(404);
      onEvent('token-revoked', { id });
      return reply.redirect(withDone(contexts(request, reply).addresses.overview, 'revoked'), 303);
    }),
  );
}
