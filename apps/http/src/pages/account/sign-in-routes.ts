import type { AccountSessions } from '@voxolib/access';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { credentialCheck } from '../sign-in/credential-check.ts';
import type { SignInProblem } from '../sign-in/credential-forms.tsx';
import { field } from '../sign-in/form-body.ts';
import { isFromOurPage, isSame } from '../sign-in/form-origin.ts';
import type { Contexts } from './account-pages.ts';
import { ACCOUNT_PATH, accountAddresses, doneOf, withDone } from './addresses.ts';
import type { BrowserCookies } from './browser-cookies.ts';
import { AccountRefused } from './refused.ts';
import { renderAccountSignIn } from './sign-in-page.tsx';
import type { Visits } from './visits.ts';

export interface SignInRoutesOptions {
  contexts: Contexts;
  cookies: BrowserCookies;
  sessions: AccountSessions;
  visits: Visits;
  check: ReturnType<typeof credentialCheck>;
  accountOf(token: string): Promise<string>;
  keep(credential: string): Promise<string>;
  origin: string;
  onEvent(event: 'signed-in' | 'signed-out'): void;
}

const PATH = `${ACCOUNT_PATH}/sign-in`;

/** The way in and out. */
export function signInRoutes(scope: FastifyInstance, options: SignInRoutesOptions): void {
  const { contexts, cookies, sessions, visits, check, accountOf, keep, origin, onEvent } = options;

  const ask = (request: FastifyRequest, reply: FastifyReply, problem?: SignInProblem) => {
    const { context, send } = contexts(request, reply);
    const csrf = cookies.newFormMark(request, reply);
    return send(renderAccountSignIn({ ...context, csrf, problem, done: problem ? undefined : doneOf(request.query) }));
  };

  scope.get(PATH, async (request, reply) => {
    if (await visits.find(request)) return reply.redirect(contexts(request, reply).addresses.overview, 303);
    if (cookies.session(request) === undefined) return ask(request, reply);
    cookies.forgetSession(reply);
    return ask(request, reply, { name: 'over' });
  });

  scope.post(PATH, async (request, reply) => {
    if (!isFromOurPage(request.headers, origin)) throw new AccountRefused(403);
    const mark = cookies.formMark(request);
    if (mark === undefined || !isSame(field(request.body, 'csrf'), mark)) throw new AccountRefused(403);
    const checked = await check(request.body, request.ip);
    if ('credential' in checked) {
      const account = await accountOf(checked.credential);
      const before = cookies.session(request);
      if (before !== undefined) await sessions.end(before);
      cookies.keepSession(reply, await sessions.begin({ account, credential: await keep(checked.credential) }));
      onEvent('signed-in');
      return reply.redirect(contexts(request, reply).addresses.overview, 303);
    }
    const { status, problem } = checked;
    if (problem.seconds !== undefined) reply.header('retry-after', problem.seconds);
    return ask(request, reply.code(status), problem);
  });

  scope.post(
    `${ACCOUNT_PATH}/sign-out`,
    visits.form(async ({ request, reply }) => {
      await sessions.end(cookies.session(request) ?? '');
      cookies.forgetSession(reply);
      onEvent('signed-out');
      const { language } = contexts(request, reply).context;
      return reply.redirect(withDone(accountAddresses(language).signIn, 'signed-out'), 303);
    }),
  );
}
