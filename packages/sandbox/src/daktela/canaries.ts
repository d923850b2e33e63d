/** What records hold of other people's secrets when they are asked for whole. None of it opens anything. */
export const DAKTELA_CANARIES = {
  mailPassword: 'canary-mail-password-7c1f',
  oauthToken: 'canary-oauth-token-52ab',
  accessToken: 'canary-access-token-9e04',
  pushToken: 'canary-push-token-31d8',
} as const;
