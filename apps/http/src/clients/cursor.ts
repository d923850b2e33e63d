import type { ClientProfile } from './client-profile.ts';

export const cursor: ClientProfile = {
  id: 'cursor',
  name: 'Cursor',
  guide: 'other-clients',
  discovery: ['challenge', 'path-suffixed', 'root'],
  introductions: [
    {
      way: 'registers',
      describes: {
        client_name: 'Cursor',
        redirect_uris: [
          'cursor://anysphere.cursor-mcp/oauth/callback',
          'https://www.cursor.com/agents/mcp/oauth/callback',
          'http://localhost:8787/callback',
        ],
        token_endpoint_auth_method: 'none',
      },
      authenticates: 'none',
    },
  ],
  resource: ['exact'],
  extraScopes: [],
  origin: undefined,
  canSendHeader: true,
  known: [
    { fact: 'Registers three callbacks at once, one of them of its own scheme', source: 'erp-mafia/accounted #2225' },
    { fact: 'A public client', source: 'different-ai/openwork #3059' },
    { fact: 'Registers also where the server takes documents', source: 'Altinity/altinity-mcp #169' },
  ],
};
