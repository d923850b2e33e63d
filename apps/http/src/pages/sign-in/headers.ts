import { securityHeaders } from '../headers.ts';

const {
  // It would part this window from the one that opened it, to which clients send their result in the end.
  'cross-origin-opener-policy': _,
  'content-security-policy': policy,
  ...shared
} = securityHeaders;

/**
 * Of the pages of a sign-in. Without `form-action`: browsers apply it to every redirect after a form as well, and the last
 * one leads to the client, at an address that only the client knows.
 */
export const signInHeaders = {
  ...shared,
  'content-security-policy': policy
    .split('; ')
    .filter((directive) => !directive.startsWith('form-action'))
    .join('; '),
  'cache-control': 'no-store',
  vary: 'Accept-Language',
};
