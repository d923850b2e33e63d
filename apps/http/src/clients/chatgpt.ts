import type { ClientProfile } from './client-profile.ts';

const shared = {
  client_name: 'ChatGPT',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
};
const callbackOfConnector = 'https://chatgpt.com/connector/oauth/OUbdUMlL15Ct';

export const chatgpt: ClientProfile = {
  id: 'chatgpt',
  name: 'ChatGPT',
  guide: 'chatgpt',
  discovery: ['challenge', 'path-suffixed', 'root'],
  introductions: [
    {
      way: 'has a document',
      at: 'https://chatgpt.com/oauth/client.json',
      describes: {
        ...shared,
        redirect_uris: ['https://chatgpt.com/connector_platform_oauth_redirect'],
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_methods_supported: ['none', 'private_key_jwt'],
      },
    },
    {
      way: 'registers',
      describes: { ...shared, redirect_uris: [callbackOfConnector], token_endpoint_auth_method: 'none' },
      authenticates: 'none',
    },
  ],
  resource: ['exact'],
  extraScopes: [],
  origin: 'https://chatgpt.com',
  canSendHeader: false,
  known: [
    {
      fact: 'Its document prefers a signed assertion and lists none as well',
      source: 'django-oauth/django-oauth-toolkit #1845, gamedevpl/www.gamedev.pl #641',
    },
    {
      fact: 'One fixed callback where the server names iss (RFC 9207), one for each connector otherwise',
      source: 'koala73/worldmonitor #8307, danielealbano/android-remote-control-mcp #166',
    },
    { fact: 'Sends its Origin, and takes a 403 for a failed registration', source: 'chrisdoc/hevy-mcp #720' },
    { fact: 'Its form has no field for a token', source: 'superdesigndev/treg #66' },
  ],
};
