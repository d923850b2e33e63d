/** Where the authorization server is reached. The issuer is the origin, so that no client has to guess where a path goes. */
export const ROUTES = {
  authorization: '/oauth/authorize',
  token: '/oauth/token',
  registration: '/oauth/register',
  revocation: '/oauth/revoke',
  jwks: '/oauth/jwks',
} as const;

export interface Described {
  readonly issuer: string;
  readonly resource: string;
  readonly scopes: readonly string[];
}

/** RFC 8414, and what RFC 9207 and client id metadata documents add to it. */
export function serverMetadata({ issuer, scopes }: Described) {
  const authMethods = ['none', 'client_secret_basic', 'client_secret_post'];
  return {
    issuer,
    authorization_endpoint: issuer + ROUTES.authorization,
    token_endpoint: issuer + ROUTES.token,
    registration_endpoint: issuer + ROUTES.registration,
    revocation_endpoint: issuer + ROUTES.revocation,
    jwks_uri: issuer + ROUTES.jwks,
    scopes_supported: [...scopes, 'offline_access'],
    response_types_supported: ['code'],
    response_modes_supported: ['query', 'fragment', 'form_post'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_methods_supported: authMethods,
    revocation_endpoint_auth_methods_supported: authMethods,
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
    client_id_metadata_document_supported: true,
  };
}

/** The same for clients that look only where OpenID Connect says, whose readers insist on these fields. */
export function openidMetadata(described: Described) {
  return {
    ...serverMetadata(described),
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
  };
}

/** RFC 9728: what the resource is, and who signs in for it. `offline_access` is the client's business, not the resource's. */
export function resourceMetadata({ issuer, resource, scopes }: Described, name: string | undefined) {
  return {
    resource,
    authorization_servers: [issuer],
    scopes_supported: scopes,
    bearer_methods_supported: ['header'],
    ...(name !== undefined && { resource_name: name }),
  };
}
