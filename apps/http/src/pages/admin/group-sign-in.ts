import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { z } from 'zod';
import type { AdminOidc } from '../../access/admin-config.ts';
import { type Language, languages } from '../language.ts';

/** What a browser keeps while its person is at the provider. */
export const Flow = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  language: z.enum(languages),
});
export type Flow = z.infer<typeof Flow>;

export interface Arrival {
  /** How the provider names the person. */
  who: string;
  /** Whether the person is in the group. */
  member: boolean;
}

/** Sign-in at an OpenID provider: the code flow with PKCE, a state and a nonce. Throws what the library throws. */
export interface GroupSignIn {
  begin(language: Language): Promise<{ address: URL; flow: Flow }>;
  /** `current` is the address to which the person came back. */
  finish(current: URL, flow: Flow): Promise<Arrival>;
}

const TIMEOUT_S = 10;

export function groupSignIn({ issuer, clientId, clientSecret, group }: AdminOidc, redirectUri: string): GroupSignIn {
  const server = new URL(issuer);
  // The settings allow http on this machine alone.
  const execute = server.protocol === 'http:' ? [allowInsecureRequests] : [];
  let found: Promise<Configuration> | undefined;

  /** Asked when it is needed first, so that the server starts while the provider is down. */
  function configuration(): Promise<Configuration> {
    found ??= discovery(server, clientId, clientSecret, undefined, { execute, timeout: TIMEOUT_S }).catch((error) => {
      found = undefined;
      throw error;
    });
    return found;
  }

  return {
    async begin(language) {
      const flow = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), language };
      const address = buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid profile email',
        code_challenge: await calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
        state: flow.state,
        nonce: flow.nonce,
      });
      return { address, flow };
    },
    async finish(current, { state, nonce, verifier }) {
      const config = await configuration();
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
      const tokens = await authorizationCodeGrant(config, current, checks);
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('The provider sent no ID token');
      const asked = 'groups' in claims || !config.serverMetadata().userinfo_endpoint;
      const facts = asked ? claims : { ...claims, ...(await fetchUserInfo(config, tokens.access_token, claims.sub)) };
      const who = [facts.email, facts.preferred_username, facts.sub].find((name) => typeof name === 'string');
      return { who: String(who), member: [facts.groups].flat().includes(group) };
    },
  };
}
