import type { ClientProfile } from './client-profile.ts';

const callback = 'https://claude.ai/api/mcp/auth_callback';
const describes = {
  client_name: 'Claude',
  redirect_uris: [callback],
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  token_endpoint_auth_method: 'none',
};

export const claude: ClientProfile = {
  id: 'claude',
  name: 'Claude (claude.ai, Claude Desktop)',
  guide: 'claude-connector',
  discovery: ['challenge', 'path-suffixed', 'root'],
  introductions: [
    { way: 'has a document', at: 'https://claude.ai/oauth/mcp-oauth-client-metadata', describes },
    { way: 'registers', describes, authenticates: 'none' },
  ],
  resource: ['exact', 'trailing-slash', 'absent'],
  extraScopes: ['offline_access'],
  origin: 'https://claude.ai',
  canSendHeader: true,
  known: [
    {
      fact: 'A document where the server names CIMD and the method none, registration otherwise; a new one for each connection',
      source: 'claude.com/docs/connectors, brendanlong/lion-reader #1519',
    },
    { fact: 'The address of its document', source: 'anthropics/claude-ai-mcp #518' },
    { fact: 'Request headers for some plans; never a token in the address', source: 'claude.com/docs/connectors' },
  ],
};
