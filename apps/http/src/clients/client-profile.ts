import type { ClientId } from '../pages/texts.ts';

/** Which form of this server's address a client names as the `resource` that it wants a token for (RFC 8707). */
export type ResourceForm = 'exact' | 'trailing-slash' | 'origin' | 'absent';

/** Where a client looks for the description of the resource: what the 401 names, or a well-known address. */
export type DiscoveryStep = 'challenge' | 'path-suffixed' | 'root';

export type TokenAuthentication = 'none' | 'client_secret_basic' | 'client_secret_post';

/** What a client says of itself when it registers, or in the document that its id leads to. */
interface ClientDescription {
  client_name: string;
  redirect_uris: readonly string[];
  token_endpoint_auth_method?: string;
  token_endpoint_auth_methods_supported?: readonly string[];
  grant_types?: readonly string[];
  response_types?: readonly string[];
}

/** One way in which a client makes itself known to the authorization server. */
export type Introduction =
  | { way: 'registers'; describes: ClientDescription; authenticates: TokenAuthentication }
  | { way: 'has a document'; at: string; describes: ClientDescription };

/** Something that is known of a client, and where it can be read. */
interface KnownFact {
  fact: string;
  source: string;
}

/**
 * What is known of an AI client from its documents and from public reports. What nobody has described stands for the most
 * demanding of the likely ones, and every client is tried in both protocol eras.
 */
export interface ClientProfile {
  id: string;
  name: string;
  /** The guide that tells a person how to connect it. */
  guide: ClientId;
  /** What it looks at, in its order, until one of them leads on. */
  discovery: readonly DiscoveryStep[];
  introductions: readonly Introduction[];
  /** Where it has the code sent, when that is not the first of the addresses that it named. */
  redirectUri?: string;
  resource: readonly ResourceForm[];
  /** Asks for these beside what the resource names. */
  extraScopes: readonly string[];
  /** The `Origin` of its requests to the endpoint; undefined when it sends none. */
  origin: string | undefined;
  /** Whether a person can give it a header, so that it works without sign-in. */
  canSendHeader: boolean;
  known: readonly KnownFact[];
}
