import type { FastifyInstance } from 'fastify';
import { arrivalOf } from '../../connect/arrival.ts';
import { type Services, selfCheck } from '../../connect/self-check.ts';
import type { Assets } from '../assets.ts';
import { preferredLanguage } from '../language.ts';
import { renderConnectPage } from './connect-page.tsx';

export interface ConnectOptions {
  /** Names that the endpoint answers to. */
  allowedHosts: readonly string[];
  /** Whether what the server stands on answers. */
  services(): Promise<Services>;
}

interface DeploymentFacts {
  publicUrl: URL;
  signIn: boolean;
  version: string;
  assets: Assets;
}

/** `/connect`, in a scope whose answers have the headers of pages. */
export function connectRoute(scope: FastifyInstance, options: ConnectOptions, facts: DeploymentFacts): void {
  const check = selfCheck({ ...facts, services: options.services });
  scope.get<{ Querystring: Record<string, unknown> }>('/connect', async (request, reply) => {
    const language = preferredLanguage(request.query, request.headers['accept-language']);
    const { client } = request.query;
    const html = renderConnectPage({
      ...facts,
      language,
      chosen: typeof client === 'string' ? client : undefined,
      check: await check(),
      arrival: arrivalOf(request, options.allowedHosts),
    });
    return reply
      .headers({ 'content-language': language, vary: 'Accept-Language', 'cache-control': 'no-store' })
      .type('text/html; charset=utf-8')
      .send(html);
  });
}
