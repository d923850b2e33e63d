import {
  type Alerts,
  type Audit,
  type AuditKey,
  type Limits,
  type Sealer,
  type SignInDelay,
  type Storage,
  verifyAudit,
} from '@voxolib/access';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { assetFiles } from '#assets';
import type { AdminConfig } from '../../access/admin-config.ts';
import { hashedAssets } from '../assets.ts';
import { ownPageHeaders } from '../headers.ts';
import { type Language, preferredLanguage } from '../language.ts';
import { formBodies } from '../sign-in/form-body.ts';
import { inLanguage, paths } from './addresses.ts';
import type { AdminContext } from './admin-frame.tsx';
import { callRoutes } from './call-routes.ts';
import { groupRoutes } from './group-routes.ts';
import { renderAdminNotice } from './notice-page.tsx';
import { renderOverviewPage } from './overview-page.tsx';
import { AdminRefused } from './refused.ts';
import { type Administrator, adminSessions } from './sessions.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { adminTexts } from './texts.ts';
import { verificationRun } from './verification.ts';

export interface AdminPagesOptions {
  config: AdminConfig;
  storage: Storage;
  auditKeys: readonly AuditKey[];
  audit: Pick<Audit, 'state' | 'flush'>;
  alerts: Alerts;
  /** Whether alerts are sent somewhere. */
  sending: boolean;
  limits: Limits;
  sealer: Sealer;
  /** The names of the tools that this deployment offers. */
  tools: readonly string[];
  publicUrl: URL;
  /** Slows down those who guess; the same as where a client is connected. */
  delay: SignInDelay;
  /** Told what a person did, for the log. */
  onEvent(event: string, facts: Record<string, string>): void;
  onError(error: unknown, requestId: string): void;
  now?: () => number;
}

/** What an answer is made with. */
export type Contexts = (
  request: FastifyRequest,
  reply: FastifyReply,
  /** Where it is known otherwise than by the request. */
  language?: Language,
) => { context: AdminContext; send(html: string): FastifyReply };

/** Serves those who have signed in, and leads the others to where they can. */
export type Guard = (
  serve: (request: FastifyRequest, reply: FastifyReply, administrator: Administrator) => Promise<FastifyReply>,
) => (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** Serves `/admin`: the record of all accounts, usage, and alerts. */
export function adminPages(app: FastifyInstance, options: AdminPagesOptions): void {
  const { config, storage, auditKeys, audit, alerts, sending, limits, publicUrl, onEvent, onError } = options;
  const { now = Date.now } = options;
  const sessions = adminSessions({ ...options, now });
  const verification = verificationRun((signal) => verifyAudit({ storage, keys: auditKeys, signal }), {
    onError: (error) => onError(error, 'verification'),
    now,
  });
  app.addHook('preClose', () => verification.stop());

  app.register(async (scope) => {
    const assets = hashedAssets(await assetFiles());
    const contexts: Contexts = (request, reply, known) => {
      const language = known ?? preferredLanguage(request.query, request.headers['accept-language']);
      reply.header('content-language', language);
      return {
        context: { language, texts: adminTexts[language], assets, host: publicUrl.host },
        send: (html) => reply.type('text/html; charset=utf-8').send(html),
      };
    };
    const guard: Guard = (serve) => async (request, reply) => {
      const administrator = sessions.find(request);
      if (administrator !== undefined) return serve(request, reply, administrator);
      return reply.redirect(inLanguage(paths.signIn, contexts(request, reply).context.language), 303);
    };
    formBodies(scope);
    scope.addHook('onRequest', async (_, reply) => {
      reply.headers(ownPageHeaders);
    });
    scope.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
      const { statusCode = 500 } = error;
      if (statusCode >= 500) onError(error, request.id);
      const { context, send } = contexts(request, reply.code(statusCode));
      const refused = error instanceof AdminRefused ? error.notice : 'refused';
      return send(renderAdminNotice({ ...context, notice: statusCode >= 500 ? 'failed' : refused }));
    });

    const shared = { ...options, now, contexts, guard, sessions };
    signInRoutes(scope, shared);
    if (config.oidc !== undefined) groupRoutes(scope, { ...shared, oidc: config.oidc });
    callRoutes(scope, shared);

    scope.get(
      paths.overview,
      guard(async (request, reply, administrator) => {
        const { context, send } = contexts(request, reply);
        const month = new Date(now()).toISOString().slice(0, 7);
        const facts = { healthy: audit.state().healthy, verification: verification.state(), alerts, sending };
        const usage = await limits.usageByTier(month);
        return send(renderOverviewPage({ ...context, ...facts, administrator, usage, month, tierOf: limits.tier }));
      }),
    );

    scope.post(
      paths.verify,
      guard(async (request, reply, { who }) => {
        sessions.requireOwnForm(request);
        onEvent('verify', { who });
        verification.start();
        return reply.redirect(inLanguage(paths.overview, contexts(request, reply).context.language), 303);
      }),
    );
  });
}
