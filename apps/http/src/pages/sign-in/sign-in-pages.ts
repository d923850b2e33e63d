import { type Interactions, type Sealer, type SignInDelay, SignInRefused, type SignInRequest } from '@voxolib/access';
import type { FastifyInstance } from 'fastify';
import { assetFiles } from '#assets';
import type { Enter } from '../../accounts/enter.ts';
import type { DaktelaRules } from '../../mcp/credential-headers.ts';
import { hashedAssets } from '../assets.ts';
import { signInPath } from './addresses.ts';
import { answersTo } from './answers.ts';
import { askedSignIn } from './asked-sign-in.ts';
import { credentialCheck } from './credential-check.ts';
import { credentialCookie } from './credential-cookie.ts';
import { field, fields, formBodies } from './form-body.ts';
import { signInHeaders } from './headers.ts';

export interface SignInPagesOptions {
  /** The sign-ins in progress at the authorization server. */
  interactions: Interactions;
  /** Asks the vendors about what somebody typed. */
  enter: Enter;
  /** Which addresses of Daktela instances somebody may sign in at. */
  daktelaRules: DaktelaRules;
  /** What is sealed for the client in the place of what the browser carried: the same, or what leads to it. */
  keep(credential: string): Promise<string>;
  /** Those of the scopes that have a use with what somebody signed in with. */
  usable(scopes: readonly string[], credential: string): string[];
  /** Names the account of a token, the same every time. No secret, since it is stored. */
  accountOf(token: string): Promise<string>;
  /** Seals what a browser carries from one page to the next. */
  sealer: Sealer;
  /** Slows down those who guess. */
  delay: SignInDelay;
  publicUrl: URL;
  /** Told of failures of ours. */
  onError(error: unknown, requestId: string): void;
  /** A clock in milliseconds, for tests. */
  now?: () => number;
}

const PATH = '/oauth/sign-in/:uid';

/** Serves the pages on which a person signs in and says what a client may do. Their assets are those of `pages`. */
export function signInPages(app: FastifyInstance, options: SignInPagesOptions): void {
  const { interactions, accountOf, keep, usable, sealer, publicUrl, onError, now = Date.now } = options;
  const secure = publicUrl.protocol === 'https:';
  const cookie = credentialCookie({ sealer, secure, pathOf: signInPath, now });
  const check = credentialCheck(options);
  const asked = askedSignIn(interactions, publicUrl.origin);
  /** What the client asks for, without what the account has no use for. */
  const offer = (signIn: SignInRequest, credential: string) => ({
    ...signIn,
    scopes: usable(signIn.scopes, credential),
  });

  app.register(async (scope) => {
    const answers = answersTo({ assets: hashedAssets(await assetFiles()), host: publicUrl.host });
    formBodies(scope);
    scope.addHook('onRequest', async (_, reply) => {
      reply.headers(signInHeaders);
    });
    scope.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
      const { statusCode = 500 } = error;
      const refused = error instanceof SignInRefused;
      if (statusCode >= 500 && !refused) onError(error, request.id);
      const over = refused && statusCode === 400;
      reply.code(statusCode);
      return answers(request, reply).notice(statusCode >= 500 ? 'failed' : over ? 'expired' : 'refused');
    });

    scope.get(PATH, async (request, reply) => answers(request, reply).signIn(await asked.of(request, reply)));

    scope.post(PATH, async (request, reply) => {
      const signIn = await asked.ofForm(request, reply);
      const answer = answers(request, reply);
      const checked = await check(request.body, request.ip);
      if ('credential' in checked) {
        cookie.set(reply, signIn.uid, checked.credential);
        return reply.redirect(answer.addresses(signIn).consent, 303);
      }
      const { status, problem } = checked;
      if (problem.seconds !== undefined) reply.header('retry-after', problem.seconds);
      reply.code(status);
      return answer.signIn(signIn, problem);
    });

    scope.get(`${PATH}/consent`, async (request, reply) => {
      const signIn = await asked.of(request, reply);
      const answer = answers(request, reply);
      const credential = cookie.read(request, signIn.uid);
      if (credential === undefined) return reply.redirect(answer.addresses(signIn).signIn, 303);
      return answer.consent(offer(signIn, credential), credential);
    });

    scope.post(`${PATH}/consent`, async (request, reply) => {
      const signIn = await asked.ofForm(request, reply);
      const { uid, csrf } = signIn;
      const leave = (address: string) => {
        cookie.clear(reply, uid);
        return reply.redirect(address, 303);
      };
      if (field(request.body, 'decision') !== 'allow') {
        return leave(await interactions.deny(request, reply, { csrf }));
      }
      const credential = cookie.read(request, uid);
      if (credential === undefined) return answers(request, reply.code(400)).signIn(signIn, { name: 'over' });
      const ticked = fields(request.body, 'scope');
      const offered = offer(signIn, credential);
      const scopes = offered.scopes.filter((name) => ticked.includes(name));
      if (scopes.length === 0) return answers(request, reply.code(400)).consent(offered, credential, []);
      const account = await accountOf(credential);
      const kept = await keep(credential);
      return leave(await interactions.finish(request, reply, { csrf, account, credential: kept, scopes }));
    });
  });
}
