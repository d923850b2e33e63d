import {
  Client,
  type OAuthClientProvider,
  StreamableHTTPClientTransport,
  UnauthorizedError,
} from '@modelcontextprotocol/client';

/** A client that knows an address and nothing else, and signs in as the SDK does. */
export interface SigningInClient {
  /** Where the person is to be sent. */
  authorizationUrl: URL;
  /** With the address to which the person came back. */
  finish(callback: URL): Promise<Client>;
}

export async function sdkSignIn(endpoint: URL, redirectUrl: string, clientName: string): Promise<SigningInClient> {
  const provider = memoryProvider(redirectUrl, clientName);
  const connect = async () => {
    const client = new Client({ name: clientName, version: '1.0.0' });
    const transport = new StreamableHTTPClientTransport(endpoint, { authProvider: provider });
    return { transport, connected: client.connect(transport).then(() => client) };
  };
  const { transport, connected } = await connect();
  const refusal = await connected.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(refusal instanceof UnauthorizedError) || provider.sentTo === undefined) {
    throw new Error('The client was not sent to sign in', { cause: refusal });
  }
  return {
    authorizationUrl: provider.sentTo,
    async finish(callback) {
      await transport.finishAuth(callback.searchParams);
      return (await connect()).connected;
    },
  };
}

function memoryProvider(redirectUrl: string, clientName: string): OAuthClientProvider & { sentTo: URL | undefined } {
  type Information = Awaited<ReturnType<OAuthClientProvider['clientInformation']>>;
  type Tokens = Awaited<ReturnType<OAuthClientProvider['tokens']>>;
  let information: Information;
  type Discovery = Awaited<ReturnType<NonNullable<OAuthClientProvider['discoveryState']>>>;
  let tokens: Tokens;
  let discovery: Discovery;
  let verifier = '';
  return {
    sentTo: undefined,
    redirectUrl,
    clientMetadata: { client_name: clientName, redirect_uris: [redirectUrl] },
    clientInformation: () => information,
    saveClientInformation(saved) {
      information = saved;
    },
    tokens: () => tokens,
    saveTokens(saved) {
      tokens = saved;
    },
    redirectToAuthorization(url) {
      this.sentTo = url;
    },
    saveCodeVerifier(saved) {
      verifier = saved;
    },
    codeVerifier: () => verifier,
    saveDiscoveryState(saved) {
      discovery = saved;
    },
    discoveryState: () => discovery,
  };
}
