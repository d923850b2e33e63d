import type { ClientProfile } from './client-profile.ts';

const describes = {
  client_name: 'Visual Studio Code',
  redirect_uris: [
    'https://insiders.vscode.dev/redirect',
    'https://vscode.dev/redirect',
    'http://127.0.0.1/',
    'http://127.0.0.1:33418/',
  ],
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  token_endpoint_auth_method: 'none',
};

export const vsCode: ClientProfile = {
  id: 'vs-code',
  name: 'VS Code',
  guide: 'vs-code',
  discovery: ['challenge', 'path-suffixed', 'root'],
  introductions: [
    { way: 'has a document', at: 'https://vscode.dev/oauth/client-metadata.json', describes },
    { way: 'registers', describes, authenticates: 'none' },
  ],
  redirectUri: 'http://127.0.0.1:59656/',
  resource: ['exact'],
  extraScopes: [],
  origin: undefined,
  canSendHeader: true,
  known: [
    {
      fact: 'Registers these four callbacks, and comes back to another port when its own is taken',
      source: 'microsoft/vscode #278512',
    },
    { fact: 'A document where the server names CIMD', source: 'microsoft/vscode #271403, anomalyco/opencode #25961' },
    { fact: 'Refuses a resource that is not the address that was typed', source: 'microsoft/vscode #259251' },
  ],
};
