export {
  type AuthorizationServer,
  type AuthorizationServerOptions,
  authorizationServer,
  type OAuthLifetimes,
} from './authorization-server.ts';
export type { ConnectedClient } from './grant-store.ts';
export {
  type Interactions,
  type SignInAnswer,
  type SignInClient,
  SignInRefused,
  type SignInRequest,
} from './interactions.ts';
export {
  type FetchMetadataDocument,
  type MetadataDocument,
  type MetadataDocumentOptions,
  metadataDocumentFetch,
} from './metadata-document.ts';
export type { OAuthEvent } from './oauth-event.ts';
export { createPeerLimits, type PeerLimitOptions, type PeerLimits } from './peer-limits.ts';
export { type AccessTokenHolder, isAccessTokenForm, type VerifyAccessToken } from './verify-access-token.ts';
