import { generateKeyPairSync } from 'node:crypto';
import { type Configuration, errors, interactionPolicy, type JWK, Provider } from 'oidc-provider';
import type { ServerKeys } from '../keys/server-keys.ts';
import { errorPage } from './error-page.ts';
import { type FetchMetadataDocument, metadataResponse } from './metadata-document.ts';
import { issueSuccessors, type SealedAdapterOptions, sealedAdapter } from './sealed-adapter.ts';
import { ROUTES } from './server-metadata.ts';

export interface ProviderOptions extends SealedAdapterOptions {
  readonly keys: ServerKeys;
  readonly issuer: string;
  readonly resource: string;
  readonly scopes: readonly string[];
  readonly lifetimes: Lifetimes;
  readonly interactionUrl: (uid: string) => string;
  readonly fetchDocument: FetchMetadataDocument;
  /** Whether the peer of this request may make us fetch another document now. Also asked outside the library's own routes. */
  readonly allowFetch: () => Promise<boolean>;
}

/** In seconds. */
interface Lifetimes {
  readonly accessToken: number;
  readonly refreshToken: number;
  readonly interaction: number;
}

/** The library, set up for one resource, public clients and the code flow. */
export function createProvider(options: ProviderOptions): Provider {
  const { issuer, resource, lifetimes } = options;
  const secure = new URL(issuer).protocol === 'https:';
  const cookie = { httpOnly: true, sameSite: 'lax', secure, signed: true } as const;
  const prefix = secure ? '__Secure-' : '';

  const configuration: Configuration = {
    adapter: sealedAdapter(options),
    routes: ROUTES,
    jwks: { keys: [unusedSigningKey()] },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    clientAuthMethods: ['none', 'client_secret_basic', 'client_secret_post'],
    scopes: ['offline_access', ...options.scopes],
    responseTypes: ['code'],
    pkce: { required: () => true },
    cookies: {
      keys: options.keys.all.map((key) => key.subkey('cookie').toString('base64url')),
      names: { session: `${prefix}vx_session`, interaction: `${prefix}vx_sign_in`, resume: `${prefix}vx_resume` },
      short: cookie,
      long: cookie,
    },
    ttl: {
      AccessToken: lifetimes.accessToken,
      AuthorizationCode: 60,
      // A grant lives as long as its newest refresh token; until the first one, as long as an access token can.
      Grant: lifetimes.accessToken + lifetimes.interaction,
      IdToken: lifetimes.accessToken,
      Interaction: lifetimes.interaction,
      RefreshToken: lifetimes.refreshToken,
      Session: lifetimes.interaction,
    },
    rotateRefreshToken: true,
    issueRefreshToken: (_context, client) => client.grantTypeAllowed('refresh_token'),
    expiresWithSession: () => false,
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    loadExistingGrant: async (context) => {
      const grantId = context.oidc.result?.consent?.grantId;
      return grantId === undefined ? undefined : context.oidc.provider.Grant.find(grantId);
    },
    interactions: { url: (_context, { uid }) => options.interactionUrl(uid), policy: [signIn()] },
    clientBasedCORS: () => true,
    renderError: (context, { error, error_description }) => {
      context.type = 'html';
      context.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
      context.set('Referrer-Policy', 'no-referrer');
      context.body = errorPage(error, error_description);
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      dPoP: { enabled: false },
      registration: { enabled: true, issueRegistrationAccessToken: false },
      revocation: { enabled: true, allowedPolicy: (_context, client, token) => token.clientId === client.clientId },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: (_context, asked) => {
          if (asked !== resource) throw new errors.InvalidTarget();
          return { scope: options.scopes.join(' '), audience: resource, accessTokenFormat: 'opaque' };
        },
      },
      clientIdMetadataDocument: {
        enabled: true,
        ack: 'draft-02',
        allowFetch: options.allowFetch,
      },
    },
    fetch: async (url) => metadataResponse(String(url), await options.fetchDocument(String(url))),
  };

  const provider = new Provider(issuer, configuration);
  // Safe because the headers that it then believes are ours, see `provider-request.ts`.
  provider.proxy = true;
  issueSuccessors(provider);
  return provider;
}

/** Every sign-in is asked for anew: it brings the credential that the grant is made of. */
function signIn(): interactionPolicy.Prompt {
  const check = new interactionPolicy.Check(
    'no_grant',
    'sign-in is required',
    'login_required',
    (context) => context.oidc.result?.consent?.grantId === undefined,
  );
  return new interactionPolicy.Prompt({ name: 'login', requestable: true }, check);
}

/** The library wants a key to sign with. Nothing is signed here, so that one that nobody keeps will do. */
function unusedSigningKey(): JWK {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig' } as JWK;
}
