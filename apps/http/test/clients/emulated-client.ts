import { createHash, randomBytes } from 'node:crypto';
import type { ClientProfile, DiscoveryStep, Introduction, ResourceForm } from '../../src/clients/index.ts';
import { send } from '../support/rpc.ts';

interface ResourceMetadata {
  resource: string;
  authorization_servers: [string];
  scopes_supported: string[];
}

/** What every client needs to read before it can send a person to sign in. */
export interface Discovered {
  resource: ResourceMetadata;
  server: Record<string, unknown> & {
    issuer: string;
    authorization_endpoint: string;
    token_endpoint: string;
    registration_endpoint: string;
  };
}

export interface Tokens {
  access_token: string;
  refresh_token: string;
}

/** As a client shows itself to the token endpoint. */
interface Registered {
  client_id: string;
  client_secret?: string;
}

/** The requests of one client, as it is known to make them, one by one. */
export function emulatedClient(profile: ClientProfile, endpoint: URL) {
  const headers: Record<string, string> = profile.origin === undefined ? {} : { origin: profile.origin };

  async function json<Data>(url: string | URL, init: RequestInit = {}): Promise<Data> {
    const response = await fetch(url, { redirect: 'error', ...init, headers: { ...headers, ...init.headers } });
    const text = await response.text();
    if (!response.ok) throw new Error(`${url}: ${response.status} ${text.slice(0, 300)}`);
    return JSON.parse(text) as Data;
  }

  /** One place where the resource is looked for. */
  async function resourceFrom(step: DiscoveryStep): Promise<ResourceMetadata> {
    const { pathname, origin } = endpoint;
    const root = new URL('/.well-known/oauth-protected-resource', origin);
    if (step === 'root') return json(root);
    if (step === 'path-suffixed') return json(new URL(root.pathname + pathname, origin));
    const refused = await send(origin, { body: '{}', headers: { ...headers, 'content-type': 'application/json' } });
    const named = /resource_metadata="([^"]+)"/.exec(refused.headers.get('www-authenticate') ?? '')?.[1];
    if (refused.status !== 401 || named === undefined) throw new Error(`no challenge but ${refused.status}`);
    return json(named);
  }

  return {
    headers,
    resourceFrom,

    async discover(): Promise<Discovered> {
      const resource = await resourceFrom(profile.discovery[0] ?? 'challenge');
      const [issuer] = resource.authorization_servers;
      return { resource, server: await json(new URL('/.well-known/oauth-authorization-server', issuer)) };
    },

    async introduce(introduction: Introduction, { server }: Discovered): Promise<Registered> {
      if (introduction.way === 'has a document') return { client_id: introduction.at };
      const body = JSON.stringify(introduction.describes);
      const init = { method: 'POST', body, headers: { 'content-type': 'application/json' } };
      return json(server.registration_endpoint, init);
    },

    /** Sends `person` to sign in, and gets the tokens for what comes back. */
    async signIn(
      introduction: Introduction,
      form: ResourceForm,
      { resource, server }: Discovered,
      client: Registered,
      person: (url: URL) => Promise<URL>,
    ): Promise<Tokens> {
      const verifier = randomBytes(32).toString('base64url');
      const state = randomBytes(16).toString('base64url');
      const redirect_uri = profile.redirectUri ?? introduction.describes.redirect_uris[0] ?? '';
      const target = resourceIn(form, resource.resource);
      const url = new URL(server.authorization_endpoint);
      url.search = new URLSearchParams({
        response_type: 'code',
        client_id: client.client_id,
        redirect_uri,
        state,
        scope: [...resource.scopes_supported, ...profile.extraScopes].join(' '),
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
        ...target,
      }).toString();
      const back = await person(url);
      if (!back.href.startsWith(redirect_uri)) throw new Error(`sent back to ${back.origin}`);
      const code = back.searchParams.get('code');
      const { state: kept, iss } = Object.fromEntries(back.searchParams);
      if (code === null || kept !== state || iss !== server.issuer) throw new Error(`came back with ${back.search}`);
      return token(introduction, server.token_endpoint, client, {
        grant_type: 'authorization_code',
        code,
        redirect_uri,
        code_verifier: verifier,
        ...target,
      });
    },

    refresh: (introduction: Introduction, { server }: Discovered, client: Registered, { refresh_token }: Tokens) =>
      token(introduction, server.token_endpoint, client, { grant_type: 'refresh_token', refresh_token }),
  };

  function token(
    introduction: Introduction,
    address: string,
    { client_id, client_secret = '' }: Registered,
    parameters: Record<string, string>,
  ): Promise<Tokens> {
    const body = new URLSearchParams(parameters);
    const authenticates = introduction.way === 'registers' ? introduction.authenticates : 'none';
    if (authenticates === 'client_secret_basic') {
      const basic = Buffer.from(`${encodeURIComponent(client_id)}:${encodeURIComponent(client_secret)}`);
      return json(address, { method: 'POST', body, headers: { authorization: `Basic ${basic.toString('base64')}` } });
    }
    body.set('client_id', client_id);
    if (authenticates === 'client_secret_post') body.set('client_secret', client_secret);
    return json(address, { method: 'POST', body });
  }
}

function resourceIn(form: ResourceForm, resource: string): { resource?: string } {
  if (form === 'absent') return {};
  if (form === 'origin') return { resource: new URL(resource).origin };
  return { resource: form === 'exact' ? resource : `${resource}/` };
}
