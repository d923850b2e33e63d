import { createHash } from 'node:crypto';
import type { WireTool } from '@voxolib/mcp-tools';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { assetFiles } from '#assets';
import { assetRoutes, hashedAssets } from './assets.ts';
import { type ConnectOptions, connectRoute } from './connect/connect-route.ts';
import { renderDocsPage } from './docs-page.tsx';
import { securityHeaders } from './headers.ts';
import { languages, preferredLanguage } from './language.ts';

export interface PageOptions {
  /** The deployment's own origin, as clients reach it: every address on the page is made from it. */
  publicUrl: URL;
  /** The tools that this deployment offers, as `tools/list` gives them. */
  tools: readonly WireTool[];
  /** Clients that know only the address are sent to sign in here. */
  signIn?: boolean;
  /** What the page about connecting looks at; without it there is no such page. */
  connect?: ConnectOptions;
  version: string;
}

/** Serves the documentation at `/mcp/docs` and the page about connecting, in French and English; `/` leads to the first. */
export function pages(app: FastifyInstance, options: PageOptions): void {
  app.register(async (scope) => {
    scope.addHook('onRequest', async (_, reply) => {
      reply.headers(securityHeaders);
    });
    scope.get('/', (_, reply) => reply.redirect('/mcp/docs', 302));

    const assets = hashedAssets(await assetFiles());
    assetRoutes(scope, assets);

    const { connect, publicUrl, signIn = false, version } = options;
    if (connect !== undefined) connectRoute(scope, connect, { publicUrl, signIn, version, assets });

    const rendered = languages.map(
      (language) => [language, renderDocsPage({ signIn: false, ...options, assets, language })] as const,
    );
    const documents = new Map(rendered.map(([language, html]) => [language, { html, etag: etagOf(html) }]));
    scope.get('/mcp/docs', (request, reply) => {
      const language = preferredLanguage(request.query, request.headers['accept-language']);
      const document = documents.get(language);
      if (document === undefined) throw new Error(`There is no page in ${language}`);
      reply.headers({
        'content-language': language,
        vary: 'Accept-Language',
        'cache-control': 'no-cache',
        etag: document.etag,
      });
      return request.headers['if-none-match'] === document.etag ? notModified(reply) : html(reply, document.html);
    });
  });
}

function html(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(text);
}

function notModified(reply: FastifyReply): FastifyReply {
  return reply.code(304).send();
}

function etagOf(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
}
