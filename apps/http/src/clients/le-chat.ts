import type { ClientProfile } from './client-profile.ts';

export const leChat: ClientProfile = {
  id: 'le-chat',
  name: 'Mistral Le Chat',
  guide: 'le-chat',
  discovery: ['challenge', 'path-suffixed', 'root'],
  introductions: [
    {
      way: 'registers',
      describes: {
        client_name: 'Le Chat',
        redirect_uris: ['https://callback.mistral.ai/v1/integrations_auth/oauth2_callback'],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_basic',
      },
      authenticates: 'client_secret_basic',
    },
  ],
  resource: ['exact', 'absent'],
  extraScopes: [],
  origin: 'https://chat.mistral.ai',
  canSendHeader: true,
  known: [
    { fact: 'One fixed callback, at callback.mistral.ai', source: 'pantalytics/odoo-mcp-pro #21' },
    {
      fact: 'Registers as a confidential client (client_secret_basic), with PKCE, and fails without a secret',
      source: 'pantalytics/odoo-mcp-pro #22',
    },
  ],
};
