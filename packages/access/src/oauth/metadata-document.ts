import { publicLookup, type ResolveAll } from '@voxolib/upstream/public-lookup';
import { LRUCache } from 'lru-cache';
import { Agent, type Dispatcher, fetch } from 'undici';
import { clientMetadata } from './client-metadata.ts';

export interface MetadataDocumentOptions {
  /** Only documents of these hosts are fetched. Without it, of every public host. */
  readonly allowedHosts?: readonly string[];
  /** How names become addresses, instead of as the system does. */
  readonly resolve?: ResolveAll;
  /** Another way out, such as a proxy. It is then the proxy that must refuse what is not public. */
  readonly dispatcher?: Dispatcher;
}

/** Gets what a client with an address for an id says of itself, as it stands there. Throws for anything but a small JSON object. */
export type FetchMetadataDocument = (clientId: string) => Promise<MetadataDocument>;

export interface MetadataDocument {
  readonly document: unknown;
  /** As the server of the document sent it. */
  readonly cacheControl?: string | null;
}

const TIMEOUT_MS = 2_500;
const MOST_BYTES = 16 * 1024;
const REFUSED_FOR_MS = 60_000;

/** Fetches documents of clients from public hosts only; to any other no connection is made. */
export function metadataDocumentFetch(options: MetadataDocumentOptions = {}): FetchMetadataDocument {
  const dispatcher = options.dispatcher ?? publicAgent(options.resolve);
  const refused = new LRUCache<string, true>({ max: 1_000, ttl: REFUSED_FOR_MS });

  return async (clientId) => {
    if (!isDocumentAddress(clientId, options.allowedHosts) || refused.has(clientId)) {
      throw new Error('A document of this address is not fetched.');
    }
    try {
      const response = await fetch(clientId, {
        dispatcher,
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: { accept: 'application/json', 'accept-encoding': 'identity' },
      });
      const type = response.headers.get('content-type') ?? '';
      if (response.status !== 200 || !/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type)) {
        await response.body?.cancel();
        throw new Error(`The document came with status ${response.status}, and must be JSON with 200.`);
      }
      const text = await bounded(response.body ?? []);
      return { document: JSON.parse(text), cacheControl: response.headers.get('cache-control') };
    } catch (error) {
      refused.set(clientId, true);
      throw error;
    }
  };
}

function publicAgent(resolve?: ResolveAll): Agent {
  return new Agent({
    connect: { lookup: publicLookup(resolve), timeout: TIMEOUT_MS },
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
    // A connection that is kept would outlive what was checked.
    keepAliveTimeout: 1,
    pipelining: 0,
  });
}

/** Whether an id may be the address of a document: https at its own port, a host with a name, a path that hides nothing. */
export function isDocumentAddress(clientId: string, allowedHosts?: readonly string[]): boolean {
  const url = URL.parse(clientId);
  if (!url || url.href !== clientId || url.protocol !== 'https:') return false;
  if (url.port !== '' || url.username !== '' || url.password !== '' || url.hash !== '') return false;
  if (!/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*$/.test(url.hostname)) return false;
  return allowedHosts === undefined || allowedHosts.includes(url.hostname);
}

/** The document reduced to what we take of it, as the answer that the library reads. */
export function metadataResponse(_clientId: string, { document, cacheControl }: MetadataDocument): Response {
  const given = new Map<string, unknown>(typeof document === 'object' && document ? Object.entries(document) : []);
  // The library compares the first and refuses the second.
  const kept = Object.fromEntries(
    ['client_id', 'client_secret', 'client_secret_expires_at'].flatMap((name) =>
      given.has(name) ? [[name, given.get(name)]] : [],
    ),
  );
  const body = JSON.stringify({ ...clientMetadata(document), ...kept });
  const headers = { 'content-type': 'application/json', ...(cacheControl && { 'cache-control': cacheControl }) };
  return new Response(body, { headers });
}

async function bounded(body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new Error(`The document is longer than ${MOST_BYTES} bytes.`);
    chunks.push(chunk);
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
}
