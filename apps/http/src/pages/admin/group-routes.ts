import { displayName, type Sealer } from '@voxolib/access';
import type { FastifyInstance } from 'fastify';
import type { AdminOidc } from '../../access/admin-config.ts';
import { paths } from './addresses.ts';
import type { Contexts } from './admin-pages.ts';
import { type Arrival, Flow, groupSignIn } from './group-sign-in.ts';
import { renderArrivedPage } from './notice-page.tsx';
import { AdminRefused } from './refused.ts';
import { sealedCookie } from './sealed-cookie.ts';
import type { AdminSessions } from './sessions.ts';

export interface GroupRoutesOptions {
  oidc: AdminOidc;
  sealer: Sealer;
  contexts: Contexts;
  sessions: AdminSessions;
  publicUrl: URL;
  onEvent(event: string, facts: Record<string, string>): void;
  onError(error: unknown, requestId: string): void;
  now(): number;
}

const FLOW_S = 600;

/** The way in for the members of a group of the organisation's own provider. */
export function groupRoutes(scope: FastifyInstance, options: GroupRoutesOptions): void {
  const { oidc, sealer, contexts, sessions, publicUrl, onEvent, onError, now } = options;
  const provider = groupSignIn(oidc, new URL(paths.oidcCallback, publicUrl).href);
  // Not `Strict`: the person comes back from another site.
  const flows = sealedCookie({
    sealer,
    name: 'vx_admin_oidc',
    content: Flow,
    path: paths.oidc,
    sameSite: 'Lax',
    seconds: FLOW_S,
    secure: publicUrl.protocol === 'https:',
    binding: `${oidc.issuer} ${oidc.clientId}`,
    now,
  });

  scope.get(paths.oidc, async (request, reply) => {
    const { language } = contexts(request, reply).context;
    const { address, flow } = await provider.begin(language).catch((error: unknown) => {
      onError(error, request.id);
      throw new AdminRefused('oidcFailed');
    });
    flows.set(reply, flow);
    return reply.redirect(address.href, 303);
  });

  scope.get(paths.oidcCallback, async (request, reply) => {
    const flow = flows.read(request);
    flows.clear(reply);
    if (flow === undefined) throw new AdminRefused('oidcFailed', 400);
    const { who, member } = await provider
      .finish(new URL(request.url, publicUrl), flow)
      .catch((error: unknown): Arrival => {
        onError(error, request.id);
        throw new AdminRefused('oidcFailed');
      });
    const name = displayName(who) ?? 'somebody';
    if (!member) {
      onEvent('refused', { who: name });
      throw new AdminRefused('notInGroup');
    }
    sessions.begin(reply, name);
    onEvent('signed-in', { who: name });
    const { context, send } = contexts(request, reply, flow.language);
    return send(renderArrivedPage(context));
  });
}
