import type { ClientProfile, TokenAuthentication } from './client-profile.ts';

const registering = (authenticates: TokenAuthentication) => ({
  way: 'registers' as const,
  describes: {
    client_name: 'Copilot Studio',
    redirect_uris: ['https://global.consent.azure-apim.net/redirect/cr1a2-5fvoxolib-5f1b2c3d'],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: authenticates,
  },
  authenticates,
});

export const copilotStudio: ClientProfile = {
  id: 'copilot-studio',
  name: 'Microsoft Copilot Studio',
  guide: 'copilot-studio',
  discovery: ['path-suffixed', 'root'],
  introductions: [registering('client_secret_post'), registering('client_secret_basic'), registering('none')],
  resource: ['exact', 'absent'],
  extraScopes: [],
  origin: undefined,
  canSendHeader: true,
  known: [
    {
      fact: 'Needs a registration endpoint, and tells a missing one from nothing',
      source: 'tableau/tableau-mcp #772',
    },
    {
      fact: 'A callback with a path for each tool, all at global.consent.azure-apim.net',
      source: 'Teamwork/mcp #67, pantalytics/odoo-mcp-pro #57, SmartBear/smartbear-mcp #463',
    },
    {
      fact: 'A client secret for certification, public with PKCE otherwise; which method carries it nobody says',
      source: 'microsoft/PowerPlatformConnectors #4214',
    },
  ],
};
