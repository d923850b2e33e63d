import { randomBytes } from 'node:crypto';
import {
  createSealer,
  createSignInDelay,
  type Interactions,
  parseGatewayKeys,
  type SignInAnswer,
  SignInRefused,
  type SignInRequest,
} from '@voxolib/access';
import { fingerprint } from '@voxolib/token';
import Fastify, { type FastifyInstance } from 'fastify';
import { pages, type SignInPagesOptions, signInPages } from '../../src/pages/index.ts';
import { everyTool } from './docs-page-server.ts';

/** What the browser that began the sign-in sends. */
export const SIGN_IN_COOKIE = { name: 'sign_in', value: 'uid-of-this-sign-in' };
export const SIGN_IN_PATH = `/oauth/sign-in/${SIGN_IN_COOKIE.value}`;

export const asked: SignInRequest = {
  uid: SIGN_IN_COOKIE.value,
  csrf: 'csrf-of-this-sign-in',
  client: {
    id: 'client-1',
    name: 'Claude',
    uri: undefined,
    redirectUri: 'https://claude.ai/api/mcp/auth_callback',
    redirectHost: 'claude.ai',
    localOnly: false,
    documentHost: undefined,
  },
  scopes: ['mcp.stats.read', 'mcp.inventory.read', 'mcp.billing.read'],
  locales: [],
};

/** One sign-in in progress, which ends with its first answer. */
export class OneSignIn implements Interactions {
  readonly asked: SignInRequest;
  readonly answers: (SignInAnswer | 'denied')[] = [];

  constructor(changes: { client?: Partial<SignInRequest['client']> } & Partial<Omit<SignInRequest, 'client'>> = {}) {
    this.asked = { ...asked, ...changes, client: { ...asked.client, ...changes.client } };
  }

  find: Interactions['find'] = async (request) => {
    const cookies = request.headers.cookie?.split('; ') ?? [];
    const begun = cookies.includes(`${SIGN_IN_COOKIE.name}=${SIGN_IN_COOKIE.value}`);
    return begun && this.answers.length === 0 ? this.asked : undefined;
  };

  finish: Interactions['finish'] = async (request, reply, answer) =>
    this.#take(await this.find(request, reply), answer);

  deny: Interactions['deny'] = async (request, reply, { csrf }) =>
    this.#take(await this.find(request, reply), 'denied', csrf);

  #take(found: SignInRequest | undefined, answer: SignInAnswer | 'denied', csrf = ''): string {
    if (found === undefined) throw new SignInRefused(400, 'over');
    if ((answer === 'denied' ? csrf : answer.csrf) !== found.csrf) throw new SignInRefused(403, 'strange');
    this.answers.push(answer);
    const address = new URL(found.client.redirectUri);
    address.search = answer === 'denied' ? 'error=access_denied' : 'code=a-code';
    return address.href;
  }
}

export interface SignInServer {
  app: FastifyInstance;
  errors: unknown[];
}

/** A server of the pages, where one sign-in is in progress. */
export function signInServer({
  judge,
  ...options
}: Pick<SignInPagesOptions, 'interactions'> & {
  /** Asks the vendor about a credential, which is then kept as it is. */
  judge(credential: string): Promise<'accepted' | 'refused'>;
} & Partial<SignInPagesOptions>): SignInServer {
  const app = Fastify();
  const errors: unknown[] = [];
  const publicUrl = options.publicUrl ?? new URL('https://mcp.example.com');
  pages(app, { publicUrl, tools: everyTool, version: '1.2.3' });
  signInPages(app, {
    accountOf: fingerprint,
    enter: async (credential) => ((await judge(credential)) === 'accepted' ? credential : undefined),
    keep: async (credential) => credential,
    daktelaRules: { allowedHosts: [], trustedOrigins: [] },
    usable: (scopes) => [...scopes],
    sealer: createSealer(parseGatewayKeys(`key.1:${randomBytes(32).toString('base64')}`)),
    delay: createSignInDelay(),
    publicUrl,
    onError: (error) => errors.push(error),
    ...options,
  });
  return { app, errors };
}
