import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance } from 'fastify';
import type { ServerKeys } from '../keys/server-keys.ts';
import { bearerChallenge, insufficientScope } from '../scopes/challenge.ts';
import { createSealer } from '../sealing/sealer.ts';
import type { Storage } from '../storage/storage.ts';
import { createLastUsed } from '../tokens/last-used.ts';
import { type ConnectedClient, grantStore } from './grant-store.ts';
import { type Interactions, interactions } from './interactions.ts';
import { type FetchMetadataDocument, metadataDocumentFetch } from './metadata-document.ts';
import type { OAuthEvent } from './oauth-event.ts';
import { createPeerLimits, type PeerLimits } from './peer-limits.ts';
import { createProvider } from './provider.ts';
import { providerRoutes } from './provider-routes.ts';
import { refreshRotation } from './refresh-rotation.ts';
import { sweepOAuth } from './sweep.ts';
import { accessTokenVerifier, type VerifyAccessToken } from './verify-access-token.ts';

export interface AuthorizationServerOptions {
  readonly storage: Storage;
  readonly keys: ServerKeys;
  /** The public origin: https, or http on this machine. Is the issuer. */
  readonly publicUrl: string | URL;
  /** Where the protected resource is; `/mcp` unless said. */
  readonly resourcePath?: string;
  readonly resourceName?: string;
  /** Every scope that a client may ask for. */
  readonly scopes: readonly string[];
  /** What is asked for when a client asks for nothing, and what the challenge to a stranger names. */
  readonly defaultScopes: readonly string[];
  /** The page of a sign-in, by its id; `/oauth/sign-in/<uid>` unless said. The cookie is sent to this path and below. */
  readonly interactionPath?: (uid: string) => string;
  readonly lifetimes?: Partial<OAuthLifetimes>;
  /** Only clients whose document is at one of these hosts; of every public host unless said. */
  readonly documentHosts?: readonly string[];
  /** How the document of a client is fetched; by default from public hosts only, and to no other is a connection made. */
  readonly fetchDocument?: FetchMetadataDocument;
  /** How much one peer may ask of us; in memory unless said. */
  readonly peerLimits?: PeerLimits;
  readonly report?: (event: OAuthEvent) => void;
  /** Failures of ours, for a log. What is passed holds no token. */
  readonly reportError?: (error: { name: string; message: string }) => void;
}

/** In seconds. */
interface OAuthLifetimes {
  readonly accessToken: number;
  readonly refreshToken: number;
  /** How long a used refresh token still gives its successor; 0 makes every repetition end the session. */
  readonly refreshGrace: number;
  readonly interaction: number;
  readonly unusedClient: number;
  /** After its last refresh. */
  readonly client: number;
}

export interface AuthorizationServer {
  readonly interactions: Interactions;
  readonly verifyAccessToken: VerifyAccessToken;
  readonly resource: string;
  /** Where the resource is described: what every challenge names. */
  readonly resourceMetadataUrl: string;
  /** `WWW-Authenticate` of a 401: without a token, or with one that does not count. */
  unauthorized(reason?: 'invalid_token'): string;
  /** `WWW-Authenticate` of a 403: names all that the operation needs. */
  forbidden(required: Iterable<string>): string;
  connectedClients(account: string): Promise<ConnectedClient[]>;
  /** Ends all tokens of one client of this account, at once. False when it has no such client. */
  disconnect(account: string, grantId: string): Promise<boolean>;
  /** Deletes what has expired. Runs by itself every few minutes as well. */
  sweep(): Promise<void>;
  /** Writes what is left to write; call it before the storage is closed. */
  close(): Promise<void>;
}

const DAY = 86_400;
const LIFETIMES: OAuthLifetimes = {
  accessToken: 3_600,
  refreshToken: 30 * DAY,
  refreshGrace: 30,
  interaction: 600,
  unusedClient: DAY,
  client: 365 * DAY,
};
const SWEEP_EVERY_MS = 300_000;

/** Registers the authorization server of one protected resource: metadata, registration, authorization, tokens, revocation. */
export async function authorizationServer(
  app: FastifyInstance,
  options: AuthorizationServerOptions,
): Promise<AuthorizationServer> {
  const issuer = issuerOf(options.publicUrl);
  const resourcePath = options.resourcePath ?? '/mcp';
  const resource = issuer + resourcePath;
  const resourceMetadataUrl = `${issuer}/.well-known/oauth-protected-resource${resourcePath}`;
  const lifetimes = { ...LIFETIMES, ...options.lifetimes };
  const graceMs = lifetimes.refreshGrace * 1000;
  const { keys, scopes, defaultScopes } = options;
  const { db } = options.storage;
  const interactionPath = options.interactionPath ?? ((uid) => `/oauth/sign-in/${uid}`);
  const report = options.report ?? (() => {});
  const limits = options.peerLimits ?? createPeerLimits();

  const sealer = createSealer(keys);
  const grants = grantStore(db, sealer);
  const clientLifetimeMs = lifetimes.client * 1000;
  const rotation = refreshRotation({ db, keys, sealer, grants, graceMs, clientLifetimeMs, report });
  const peer = new AsyncLocalStorage<string>();
  const provider = createProvider({
    db,
    sealer,
    grants,
    rotation,
    unusedClientLifetimeMs: lifetimes.unusedClient * 1000,
    keys,
    issuer,
    resource,
    scopes,
    lifetimes,
    interactionUrl: (uid) => issuer + interactionPath(uid),
    fetchDocument:
      options.fetchDocument ??
      metadataDocumentFetch(options.documentHosts === undefined ? {} : { allowedHosts: options.documentHosts }),
    allowFetch: async () => (await limits.document(peer.getStore() ?? '')) === undefined,
  });
  const reportError =
    options.reportError ?? ((error) => app.log.error({ error: error.name }, `oauth: ${error.message}`));
  provider.on('server_error', (_context, error) => reportError({ name: error.name, message: error.message }));

  await app.register(providerRoutes, {
    provider,
    peer,
    limits,
    described: { issuer, resource, scopes },
    resourcePath,
    resourceName: options.resourceName,
    rules: { resource, scopes, defaultScopes },
  });

  const sweep = () => sweepOAuth(db, graceMs);
  const lastUsed = createLastUsed({
    write: (ids, last_used_at) =>
      db.updateTable('oauth_grants').set({ last_used_at }).where('grant_hash', 'in', ids).execute(),
    now: Date.now,
    report: (message) => reportError({ name: 'LastUsed', message }),
  });
  const timer = setInterval(() => sweep().catch(reportError), SWEEP_EVERY_MS).unref();
  app.addHook('onClose', async () => clearInterval(timer));

  return {
    interactions: interactions({ provider, peer, keys, grants, resource, scopes }),
    verifyAccessToken: accessTokenVerifier(db, sealer, resource, lastUsed),
    resource,
    resourceMetadataUrl,
    unauthorized: (reason) =>
      bearerChallenge({
        ...(reason && { error: reason, description: 'The access token is unknown, expired or ended.' }),
        scopes: defaultScopes,
        resourceMetadata: resourceMetadataUrl,
      }),
    forbidden: (required) => insufficientScope(required, resourceMetadataUrl),
    connectedClients: grants.list,
    disconnect: grants.disconnect,
    sweep,
    close: lastUsed.flush,
  };
}

function issuerOf(publicUrl: string | URL): string {
  const { protocol, hostname, origin } = new URL(publicUrl);
  const loopback = hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
  if (protocol === 'https:' || (protocol === 'http:' && loopback)) return origin;
  throw new TypeError('The public URL must be https; http is only for this machine.');
}
