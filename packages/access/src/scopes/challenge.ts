/** What a challenge tells the client to do: sign in, sign in again, or ask the person for more rights. */
export interface Challenge {
  /** `invalid_token` for a token that no longer counts; none when no token was sent (RFC 6750 §3.1). */
  readonly error?: 'invalid_token' | 'insufficient_scope' | 'invalid_request';
  /** A sentence for whoever debugs the client. */
  readonly description?: string;
  /** All that the operation needs, not only what is lacking: clients ask for what one challenge names. */
  readonly scopes?: Iterable<string>;
  /** Where this server describes itself as a protected resource (RFC 9728). */
  readonly resourceMetadata?: string | URL;
}

/** The value of `WWW-Authenticate` (RFC 6750 §3, RFC 9728 §5.1). Nothing in it can end the header or a quoted value. */
export function bearerChallenge({ error, description, scopes, resourceMetadata }: Challenge): string {
  const scope = scopes === undefined ? '' : [...scopes].filter((name) => SCOPE.test(name)).join(' ');
  const values = {
    error,
    error_description: description === undefined ? undefined : printable(description),
    scope: scope === '' ? undefined : scope,
    resource_metadata: resourceMetadata === undefined ? undefined : new URL(resourceMetadata).href,
  };
  const parameters = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}="${value}"`],
  );
  return parameters.length === 0 ? 'Bearer' : `Bearer ${parameters.join(', ')}`;
}

/** The challenge of a 403: one that names every scope that the operation needs. */
export function insufficientScope(required: Iterable<string>, resourceMetadata?: string | URL): string {
  const scopes = [...required];
  return bearerChallenge({
    error: 'insufficient_scope',
    description: `This needs ${scopes.join(' and ')}.`,
    scopes,
    ...(resourceMetadata !== undefined && { resourceMetadata }),
  });
}

const SCOPE = /^[\x21\x23-\x5b\x5d-\x7e]+$/;

/** RFC 6750 §3 allows only these characters in a description, neither quote nor backslash among them. */
function printable(text: string): string {
  return text.replaceAll('"', "'").replace(/[^\x20\x21\x23-\x5b\x5d-\x7e]/g, '?');
}
