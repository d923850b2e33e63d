import type { AsyncLocalStorage } from 'node:async_hooks';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { errors, type Provider } from 'oidc-provider';
import type { ServerKeys } from '../keys/server-keys.ts';
import type { GrantStore } from './grant-store.ts';
import { redirectHost, staysOnThisMachine } from './redirect-uri.ts';

/** What a person is asked: which client wants what. Everything that the client says of itself is a stranger's word. */
export interface SignInRequest {
  readonly uid: string;
  /** To be sent back with the answer, from a field of the form. */
  readonly csrf: string;
  readonly client: SignInClient;
  /** What the client asks for, of which the person may allow a part. */
  readonly scopes: readonly string[];
  /** The languages that the client prefers, as in `ui_locales`. */
  readonly locales: readonly string[];
}

export interface SignInClient {
  readonly id: string;
  readonly name: string | undefined;
  readonly uri: string | undefined;
  readonly redirectUri: string;
  /** Where the answer goes: what a person can judge a client by. */
  readonly redirectHost: string;
  /** The answer goes to a program on the person's own machine, which any program there could have asked for. */
  readonly localOnly: boolean;
  /** The host that vouches for the client by a document at its id; undefined for one that registered itself. */
  readonly documentHost: string | undefined;
}

export interface SignInAnswer {
  readonly csrf: string;
  /** Names the account, the same every time. Is stored, and shown to the operator: never a secret. */
  readonly account: string;
  /** What opens the account at the vendor. Is sealed, and comes back from `verifyAccessToken`. */
  readonly credential: string;
  /** What the person allows; what was not asked for is left out. */
  readonly scopes: readonly string[];
}

/** For the pages: a sign-in belongs to the browser whose cookie names it, and to one form. */
export interface Interactions {
  /** Undefined when this browser has no such sign-in in progress, or no longer. Throws a `SignInRefused`. */
  find(request: FastifyRequest, reply: FastifyReply): Promise<SignInRequest | undefined>;
  /** Gives the address to send the browser to. Throws a `SignInRefused`. */
  finish(request: FastifyRequest, reply: FastifyReply, answer: SignInAnswer): Promise<string>;
  /** The person does not want to. Gives the address to send the browser to. Throws a `SignInRefused`. */
  deny(request: FastifyRequest, reply: FastifyReply, answer: { readonly csrf: string }): Promise<string>;
}

/**
 * An answer that is not taken: 400 for a sign-in that is over or unknown, 403 for a form that is not ours, 503 while the
 * document of the client cannot be read.
 */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';
  readonly statusCode: 400 | 403 | 503;

  constructor(statusCode: SignInRefused['statusCode'], message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}

export interface InteractionsOptions {
  readonly provider: Provider;
  /** Holds the address of the peer while the library works on its request. */
  readonly peer: AsyncLocalStorage<string>;
  readonly keys: ServerKeys;
  readonly grants: GrantStore;
  readonly resource: string;
  readonly scopes: readonly string[];
}

export function interactions({ provider, peer, keys, grants, resource, scopes }: InteractionsOptions): Interactions {
  const origin = new URL(provider.issuer).origin;

  async function load(request: FastifyRequest, reply: FastifyReply) {
    try {
      const interaction = await provider.interactionDetails(request.raw, reply.raw);
      const clientId = String(interaction.params.client_id);
      // The sign-in may have begun at another server: this one then has to fetch the client's document itself.
      const client = await peer.run(request.ip, () => provider.Client.find(clientId));
      return client && interaction.result === undefined ? { interaction, client } : undefined;
    } catch (error) {
      if (error instanceof errors.SessionNotFound) return undefined;
      if (error instanceof errors.InvalidClient || error instanceof errors.InvalidClientMetadata) {
        throw new SignInRefused(503, 'The document of the client cannot be read now. Try again in a minute.');
      }
      throw error;
    }
  }

  /** The sign-in to which this form is an answer. */
  async function answered(request: FastifyRequest, reply: FastifyReply, csrf: string) {
    if (!isFromOurPage(request.headers, origin)) {
      throw new SignInRefused(403, 'This form was not sent by our page.');
    }
    const found = await load(request, reply);
    if (!found) throw new SignInRefused(400, 'This sign-in is over. Connect your application again.');
    const { cid, uid } = found.interaction;
    if (!keys.all.some((key) => isSame(csrf, csrfToken(key.subkey('csrf'), cid, uid)))) {
      throw new SignInRefused(403, 'This form was not sent by our page.');
    }
    return found;
  }

  return {
    async find(request, reply) {
      const found = await load(request, reply);
      if (!found) return undefined;
      const { interaction, client } = found;
      const { params, uid, cid } = interaction;
      const redirectUri = String(params.redirect_uri);
      const url = new URL(redirectUri);
      return {
        uid,
        csrf: csrfToken(keys.current.subkey('csrf'), cid, uid),
        client: {
          id: client.clientId,
          name: client.clientName,
          uri: client.clientUri,
          redirectUri,
          redirectHost: redirectHost(url),
          localOnly: staysOnThisMachine(url),
          documentHost: isDocumentId(client.clientId) ? new URL(client.clientId).host : undefined,
        },
        scopes: words(params.scope).filter((scope) => scopes.includes(scope)),
        locales: words(params.ui_locales),
      };
    },

    async finish(request, reply, { csrf, account, credential, scopes: allowed }) {
      const { interaction, client } = await answered(request, reply, csrf);
      const asked = words(interaction.params.scope);
      const granted = scopes.filter((scope) => asked.includes(scope) && allowed.includes(scope));
      if (granted.length === 0) return provider.interactionResult(request.raw, reply.raw, DENIED);
      const grant = new provider.Grant({ accountId: account, clientId: client.clientId });
      grant.addOIDCScope(granted.join(' '));
      grant.addResourceScope(resource, granted.join(' '));
      const grantId = await grant.save();
      await grants.create(grantId, {
        account,
        credential,
        clientId: client.clientId,
        clientName: client.clientName ?? '',
        redirectHost: redirectHost(new URL(String(interaction.params.redirect_uri))),
        scopes: granted,
        expiresAt: Date.now() + grant.remainingTTL * 1000,
      });
      return provider.interactionResult(request.raw, reply.raw, {
        login: { accountId: account, remember: false },
        consent: { grantId },
      });
    },

    async deny(request, reply, { csrf }) {
      await answered(request, reply, csrf);
      return provider.interactionResult(request.raw, reply.raw, DENIED);
    },
  };
}

const DENIED = { error: 'access_denied', error_description: 'the person did not allow it' };

/**
 * A browser says where a form comes from. With our `no-referrer` it calls the origin `null`, also for our own page, so that
 * the other header counts first.
 */
function isFromOurPage(headers: IncomingMessage['headers'], origin: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  return headers.origin === undefined || headers.origin === origin;
}

function csrfToken(key: Buffer, cid: string, uid: string): string {
  return createHmac('sha256', key)
    .update(JSON.stringify([cid, uid]))
    .digest('base64url');
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function isDocumentId(clientId: string): boolean {
  return clientId.startsWith('https://');
}

function words(text: unknown): string[] {
  return typeof text === 'string' ? text.split(' ').filter((word) => word !== '') : [];
}
