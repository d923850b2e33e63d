import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/** What the browser loads beside the page, by file name. */
export type AssetFiles = Record<'account.js' | 'docs.js' | 'sign-in.js' | 'style.css', Uint8Array>;

/** Where each file is served. The address holds a hash of the content, so that it can be kept for ever. */
export type Assets = Record<keyof AssetFiles, { address: string; body: Buffer; type: string }>;

const FOLDER = '/mcp/docs/assets/';
const HASH = /\.[0-9a-f]{16}\./;

export function hashedAssets(files: AssetFiles): Assets {
  return {
    'account.js': asset('account', 'js', 'text/javascript; charset=utf-8', files['account.js']),
    'docs.js': asset('docs', 'js', 'text/javascript; charset=utf-8', files['docs.js']),
    'sign-in.js': asset('sign-in', 'js', 'text/javascript; charset=utf-8', files['sign-in.js']),
    'style.css': asset('style', 'css', 'text/css; charset=utf-8', files['style.css']),
  };
}

/**
 * While a new release replaces an old one behind a balancer, a page of one may ask the other for its files.
 * So a known name with another hash gets what is here, but only for once.
 */
export function assetRoutes(app: FastifyInstance, assets: Assets): void {
  app.get<{ Params: { name: string } }>(`${FOLDER}:name`, (request, reply) => {
    const { name } = request.params;
    const found = Object.values(assets).find(({ address }) => withoutHash(address) === withoutHash(FOLDER + name));
    if (!HASH.test(name) || found === undefined) return reply.callNotFound();
    const exact = found.address === FOLDER + name;
    reply.header('cache-control', exact ? 'public, max-age=31536000, immutable' : 'no-store');
    return reply.type(found.type).send(found.body);
  });
}

function asset(name: string, extension: string, type: string, content: Uint8Array) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
  return { address: `${FOLDER}${name}.${hash}.${extension}`, body: Buffer.from(content), type };
}

function withoutHash(address: string): string {
  return address.replace(HASH, '.');
}
