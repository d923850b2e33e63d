import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** An organisation's own sign-in, where everybody gets in by their name, with any password. */
export interface OpenIdProvider {
  issuer: string;
  close(): Promise<void>;
}

export interface OpenIdClient {
  clientId: string;
  clientSecret: string;
  redirectUri: string;
}

/** @param groups what each person is a member of. */
export async function startOpenIdProvider(
  { clientId, clientSecret, redirectUri }: OpenIdClient,
  groups: Readonly<Record<string, readonly string[]>>,
): Promise<OpenIdProvider> {
  const server = createServer();
  // Another site than 127.0.0.1.
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    pkce: { required: () => true },
    cookies: { keys: ['a key of the tests'] },
    claims: { profile: ['groups'], email: ['email'] },
    findAccount: (_, name) => ({
      accountId: name,
      claims: () => ({ sub: name, email: `${name}@example.com`, groups: groups[name] ?? [] }),
    }),
  });
  server.on('request', provider.callback());
  return {
    issuer,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
