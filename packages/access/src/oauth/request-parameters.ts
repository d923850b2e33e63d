import { canonicalResource } from './canonical-resource.ts';

export interface ParameterRules {
  readonly resource: string;
  /** Every scope that may be asked for. */
  readonly scopes: readonly string[];
  /** What is asked for when nothing is. */
  readonly defaultScopes: readonly string[];
}

/** Belongs to OpenID Connect, which we do not offer; the library would refuse the whole request for one of them. */
const DROPPED = ['acr_values', 'claims', 'claims_locales', 'id_token_hint', 'login_hint', 'max_age', 'nonce'];

const OF_OPENID: ReadonlySet<string> = new Set(['offline_access', 'openid', 'profile', 'email']);

/** The query of an authorization request as it should have been sent. What stands there twice stays there twice. */
export function authorizationParameters(given: URLSearchParams, rules: ParameterRules): URLSearchParams {
  const parameters = new URLSearchParams(given);
  for (const name of DROPPED) parameters.delete(name);
  // Every sign-in asks for login and consent; only `none` asks for something else.
  if (parameters.get('prompt') !== 'none') parameters.delete('prompt');
  if (parameters.getAll('scope').length < 2) parameters.set('scope', requestedScope(parameters.get('scope'), rules));
  return withResource(parameters, rules.resource);
}

/** The form of a token request as it should have been sent. */
export function tokenParameters(given: URLSearchParams, { resource }: ParameterRules): URLSearchParams {
  const parameters = new URLSearchParams(given);
  // Some clients send all that they once asked for; at a refresh a scope is only for less than what there is.
  const scopes = parameters.getAll('scope').flatMap((scope) => scope.split(' '));
  const rest = scopes.filter((scope) => scope !== '' && !OF_OPENID.has(scope));
  parameters.delete('scope');
  if (rest.length > 0) parameters.set('scope', rest.join(' '));
  return withResource(parameters, resource);
}

/** Without those that are not for this server: a client that asks for `profile` as well can still be served. */
function requestedScope(given: string | null, { scopes, defaultScopes }: ParameterRules): string {
  const asked = [...new Set(given?.split(/\s+/))].filter((scope) => scopes.includes(scope));
  return (asked.length > 0 ? asked : defaultScopes).join(' ');
}

function withResource(parameters: URLSearchParams, resource: string): URLSearchParams {
  const asked = parameters.getAll('resource');
  const canonical = new Set((asked.length > 0 ? asked : ['']).map((one) => canonicalResource(one, resource)));
  parameters.delete('resource');
  for (const one of canonical) parameters.append('resource', one);
  return parameters;
}
