import { TOKEN_PREFIX } from './token-text.ts';

export interface CredentialForm<Kind extends string> {
  readonly kind: Kind;
  readonly pattern: RegExp;
}

/** Opaque access tokens of the authorization server: 256 bits as base64url. */
const OAUTH = /^[A-Za-z0-9_-]{43}$/;
const LONGEST = 512;

/**
 * Tells credentials apart by their form, before anything else is done with them. What begins like a static token is one,
 * however badly copied, so that it is never taken for a vendor's and passed on. `forms` are the vendors' own.
 */
export function credentialKinds<const Kind extends string = never>(
  forms: readonly CredentialForm<Kind>[] = [],
): (text: string) => 'static-token' | 'oauth' | Kind | 'unknown' {
  // A pattern with these flags remembers where it stopped, and would see every other credential.
  const patterns = forms.map(({ kind, pattern }) => ({
    kind,
    pattern: new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, '')),
  }));
  return (text) => {
    if (text.length > LONGEST) return 'unknown';
    if (text.startsWith(TOKEN_PREFIX)) return 'static-token';
    if (OAUTH.test(text)) return 'oauth';
    return patterns.find(({ pattern }) => pattern.test(text))?.kind ?? 'unknown';
  };
}
