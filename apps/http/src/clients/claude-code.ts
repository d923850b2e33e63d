import type { ClientProfile } from './client-profile.ts';

/** Its port is chosen anew for each sign-in. */
const callback = 'http://localhost:54545/callback';
const shared = {
  client_name: 'Claude Code',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  token_endpoint_auth_method: 'none',
};

export const claudeCode: ClientProfile = {
  id: 'claude-code',
  name: 'Claude Code',
  guide: 'claude-code',
  discovery: ['challenge', 'path-suffixed', 'root'],
  introductions: [
    {
      way: 'has a document',
      at: 'https://claude.ai/oauth/claude-code-client-metadata',
      describes: { ...shared, redirect_uris: ['http://localhost/callback', 'http://127.0.0.1/callback'] },
    },
    { way: 'registers', describes: { ...shared, redirect_uris: [callback] }, authenticates: 'none' },
  ],
  redirectUri: callback,
  resource: ['exact', 'trailing-slash', 'origin', 'absent'],
  extraScopes: ['offline_access'],
  origin: undefined,
  canSendHeader: true,
  known: [
    {
      fact: 'Registers without a scope, then asks for the scopes of the resource and offline_access',
      source: 'anthropics/claude-code #41610',
    },
    { fact: 'Comes back to any free port of this machine', source: 'code.claude.com/docs/en/mcp' },
    {
      fact: 'Sends the address with a slash, only the origin, or no resource',
      source: 'anthropics/claude-code #52871, #90497',
    },
    {
      fact: 'The address of its document, and that it takes one',
      source: 'anthropics/claude-code #84263, #36861',
    },
    { fact: 'Several processes refresh one stored token at once', source: 'anthropics/claude-code #74250, #84440' },
  ],
};
