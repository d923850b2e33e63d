export {
  type AuthorizationServer,
  type AuthorizationServerOptions,
  authorizationServer,
} from './authorization-server.ts';
export type { ConnectedClient } from './grant-store.ts';
export {
  type Interactions,
  type SignInAnswer,
  type SignInClient,
  SignInRefused,
  type SignInRequest,
} from './interactions.ts';
export { createPeerLimits } from './peer-limits.ts';
export type { AccessTokenHolder } from './verify-access-token.ts';
