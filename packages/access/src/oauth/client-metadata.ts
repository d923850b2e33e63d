import { displayName } from './display-name.ts';
import { redirectUri } from './redirect-uri.ts';

/** What we take of what a client says of itself (RFC 7591 §2); all else is dropped, never stored and never fetched. */
export interface ClientMetadata {
  readonly client_name?: string;
  readonly client_uri?: string;
  readonly redirect_uris: readonly string[];
  readonly application_type: 'web' | 'native';
  readonly grant_types: readonly string[];
  readonly response_types: readonly ['code'];
  readonly token_endpoint_auth_method: string;
}

/** Why a client cannot be registered, in the words of RFC 7591 §3.2.2. */
export class ClientMetadataError extends Error {
  override readonly name = 'ClientMetadataError';
  readonly error: 'invalid_redirect_uri' | 'invalid_client_metadata';

  constructor(error: ClientMetadataError['error'], message: string) {
    super(message);
    this.error = error;
  }
}

const MOST_REDIRECT_URIS = 10;
const GRANT_TYPES = ['authorization_code', 'refresh_token'];
const AUTH_METHODS = ['none', 'client_secret_basic', 'client_secret_post'];

/**
 * Makes of a registration, or of a metadata document, what this server works with. No `scope`: a client that was held to
 * the scopes of its first day could never ask for more.
 */
export function clientMetadata(input: unknown): ClientMetadata {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new ClientMetadataError('invalid_client_metadata', 'A client describes itself by a JSON object.');
  }
  const given = new Map<string, unknown>(Object.entries(input));
  const redirects = redirectUris(given.get('redirect_uris'));
  const name = displayName(given.get('client_name'));
  const home = URL.parse(String(given.get('client_uri')));
  return {
    ...(name !== undefined && { client_name: name }),
    ...(home?.protocol === 'https:' && home.username === '' && home.href.length < 500 && { client_uri: home.href }),
    redirect_uris: redirects.map(({ text }) => text),
    // Most clients do not say, or say the wrong one; what differs is only what the addresses show anyway.
    application_type: redirects.every(({ url }) => url.protocol === 'https:') ? 'web' : 'native',
    grant_types: grantTypes(given.get('grant_types')),
    response_types: responseTypes(given.get('response_types')),
    token_endpoint_auth_method: authMethod(
      given.get('token_endpoint_auth_method'),
      given.get('token_endpoint_auth_methods_supported'),
    ),
  };
}

function redirectUris(given: unknown): { text: string; url: URL }[] {
  if (!Array.isArray(given) || given.length === 0 || given.length > MOST_REDIRECT_URIS) {
    throw new ClientMetadataError(
      'invalid_redirect_uri',
      `redirect_uris must be a list of 1 to ${MOST_REDIRECT_URIS} addresses.`,
    );
  }
  return given.map((text: unknown, index) => {
    const url = redirectUri(text);
    if (url && typeof text === 'string') return { text, url };
    throw new ClientMetadataError(
      'invalid_redirect_uri',
      `redirect_uris[${index}] must be https, http on this machine (localhost, 127.0.0.1, [::1]) or the scheme of an app, without user and fragment.`,
    );
  });
}

function grantTypes(given: unknown): readonly string[] {
  if (given === undefined) return GRANT_TYPES;
  const known = Array.isArray(given) ? GRANT_TYPES.filter((type) => given.includes(type)) : [];
  if (known.includes('authorization_code')) return known;
  throw new ClientMetadataError('invalid_client_metadata', 'grant_types must contain authorization_code.');
}

function responseTypes(given: unknown): readonly ['code'] {
  if (given === undefined || (Array.isArray(given) && given.includes('code'))) return ['code'];
  throw new ClientMetadataError('invalid_client_metadata', 'response_types must contain code.');
}

/** Of the one that a client prefers and the others that it can do as well, the first that we have. */
function authMethod(preferred: unknown, supported: unknown): string {
  if (preferred === undefined && supported === undefined) return 'none';
  const others = Array.isArray(supported) ? supported : [];
  const known = AUTH_METHODS.find((method) => method === preferred) ?? AUTH_METHODS.find((one) => others.includes(one));
  if (known !== undefined) return known;
  throw new ClientMetadataError(
    'invalid_client_metadata',
    `token_endpoint_auth_method must be one of ${AUTH_METHODS.join(', ')}.`,
  );
}
