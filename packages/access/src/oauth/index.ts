export {
  type AuthorizationServer,
  type AuthorizationServerOptions,
  authorizationServer,
} from './authorization-server.ts';
export {
  type Interactions,
  type SignInAnswer,
  type SignInClient,
  SignInRefused,
  type SignInRequest,
} from './interactions.ts';
export type { AccessTokenHolder } from './verify-access-token.ts';
