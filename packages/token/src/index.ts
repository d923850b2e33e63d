export { type AccessToken, createAccessToken, fingerprint, isAccessToken, parseAccessToken } from './access-token.ts';
export { AccessTokenError, type AccessTokenErrorCode } from './errors.ts';
export type { AccountKeys } from './keys.ts';
