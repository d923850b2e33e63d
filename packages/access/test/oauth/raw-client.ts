import { createHash, randomBytes } from 'node:crypto';
import { type Answer, Browser } from './browser.ts';
import type { Gateway } from './gateway.ts';

export const REDIRECT = 'http://127.0.0.1:33418/callback';

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly expires_in: number;
  readonly scope: string;
}

export function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return fetch(url, {
    method: 'POST',
    body: text,
    headers: { 'content-type': 'application/json', connection: 'close', ...headers },
  });
}

export function postForm(url: string, form: Record<string, string> | URLSearchParams): Promise<Response> {
  // A test may put another server at the same port.
  return fetch(url, { method: 'POST', body: new URLSearchParams(form), headers: { connection: 'close' } });
}

export function register(gateway: Gateway, metadata: object = {}): Promise<Response> {
  return post(`${gateway.origin}/oauth/register`, { client_name: 'A client', redirect_uris: [REDIRECT], ...metadata });
}

export async function registered(gateway: Gateway, metadata: object = {}): Promise<string> {
  const response = await register(gateway, metadata);
  if (response.status !== 201) throw new Error(await response.text());
  const { client_id } = (await response.json()) as { client_id: string };
  return client_id;
}

export function challenge() {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

export function authorizationUrl(
  gateway: Gateway,
  clientId: string,
  given: Record<string, string | undefined> = {},
): URL {
  const url = new URL('/oauth/authorize', gateway.origin);
  const parameters = {
    client_id: clientId,
    redirect_uri: REDIRECT,
    response_type: 'code',
    state: 'a-state',
    scope: 'demo.stats.read',
    resource: gateway.resource,
    code_challenge_method: 'S256',
    ...given,
  };
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value);
  return url;
}

/** A code, with what is needed to redeem it. */
export async function signedIn(
  gateway: Gateway,
  clientId: string,
  given: Record<string, string | undefined> = {},
  answer: Answer = {},
) {
  const pkce = challenge();
  const url = authorizationUrl(gateway, clientId, { code_challenge: pkce.challenge, ...given });
  const back = await new Browser().signIn(url, answer);
  const code = back.searchParams.get('code');
  if (code === null) throw new Error(`no code: ${back.href}`);
  return {
    code,
    back,
    form: {
      grant_type: 'authorization_code',
      client_id: clientId,
      code,
      redirect_uri: REDIRECT,
      code_verifier: pkce.verifier,
    },
  };
}

export function token(gateway: Gateway, form: Record<string, string>): Promise<Response> {
  return postForm(`${gateway.origin}/oauth/token`, form);
}

export async function tokensFor(
  gateway: Gateway,
  clientId: string,
  given: Record<string, string | undefined> = {},
  answer: Answer = {},
): Promise<Tokens> {
  const { form } = await signedIn(gateway, clientId, given, answer);
  const response = await token(gateway, form);
  if (response.status !== 200) throw new Error(await response.text());
  return (await response.json()) as Tokens;
}

export function refresh(gateway: Gateway, clientId: string, refreshToken: string, more: Record<string, string> = {}) {
  return token(gateway, { grant_type: 'refresh_token', client_id: clientId, refresh_token: refreshToken, ...more });
}
