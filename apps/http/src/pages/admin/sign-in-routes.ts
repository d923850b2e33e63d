import { retryAfterSeconds, type SignInDelay } from '@voxolib/access';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AdminConfig } from '../../access/admin-config.ts';
import { field } from '../sign-in/form-body.ts';
import { isSame } from '../sign-in/form-origin.ts';
import { inLanguage, paths } from './addresses.ts';
import type { Contexts } from './admin-pages.ts';
import type { AdminSessions } from './sessions.ts';
import { type AdminSignInProblem, renderAdminSignIn } from './sign-in-page.tsx';

export interface SignInRoutesOptions {
  config: AdminConfig;
  contexts: Contexts;
  sessions: AdminSessions;
  delay: SignInDelay;
  onEvent(event: string, facts: Record<string, string>): void;
}

/** How the log names whoever knows the token of the server. */
const TOKEN_HOLDER = 'ADMIN_TOKEN';

/** The way in with the token of the server, and the way out. */
export function signInRoutes(scope: FastifyInstance, options: SignInRoutesOptions): void {
  const { config, contexts, sessions, delay, onEvent } = options;
  const overview = (request: FastifyRequest, reply: FastifyReply) =>
    inLanguage(paths.overview, contexts(request, reply).context.language);

  const ask = (request: FastifyRequest, reply: FastifyReply, problem?: AdminSignInProblem) => {
    const { context, send } = contexts(request, reply);
    const ways = { byToken: config.token !== undefined, byGroup: config.oidc !== undefined };
    return send(renderAdminSignIn({ ...context, ...ways, csrf: sessions.formMark(request, reply), problem }));
  };

  scope.get(paths.signIn, async (request, reply) =>
    sessions.find(request) === undefined ? ask(request, reply) : reply.redirect(overview(request, reply), 303),
  );

  const { token } = config;
  if (token !== undefined) {
    scope.post(paths.signIn, async (request, reply) => {
      sessions.requireOwnForm(request);
      const attempt = await delay.begin(request.ip, TOKEN_HOLDER);
      if (!attempt.allowed) {
        const seconds = retryAfterSeconds(attempt);
        return ask(request, reply.code(429).header('retry-after', seconds), { name: 'tooMany', seconds });
      }
      if (!isSame(field(request.body, 'token').trim(), token)) {
        onEvent('refused', { who: TOKEN_HOLDER });
        return ask(request, reply.code(403), { name: 'wrong' });
      }
      attempt.succeeded();
      sessions.begin(reply, TOKEN_HOLDER);
      onEvent('signed-in', { who: TOKEN_HOLDER });
      return reply.redirect(overview(request, reply), 303);
    });
  }

  scope.post(paths.signOut, async (request, reply) => {
    sessions.requireOwnForm(request);
    sessions.end(reply);
    onEvent('signed-out', { who: sessions.find(request)?.who ?? '' });
    return reply.redirect(inLanguage(paths.signIn, contexts(request, reply).context.language), 303);
  });
}
