import type { TelephonyError } from '@voxolib/telephony';
import { problemsOf } from '@voxolib/upstream';
import { z } from 'zod';
import { isAllowedHost, isOrigin, readAddress } from './address.ts';
import { failure } from './refusals.ts';
import type { DaktelaCredential, DaktelaSession } from './session/credential.ts';
import { type DaktelaSharing, processSharing, type SharedState } from './sharing.ts';
import { publicFetch, trustingFetch } from './transport.ts';

/** Finds all addresses of a host, as `dns.lookup` does. */
export type ResolveHost = (
  host: string,
  done: (error: Error | null, addresses: readonly { address: string; family: number }[]) => void,
) => void;

export interface DaktelaSettings {
  /** In place of the client's own, which connects to public addresses only. A fetch that is given looks up names by itself. */
  fetch?: typeof globalThis.fetch;
  /** Told of each request just before it is sent. */
  onRequest?: () => void;
  /** How names become addresses, instead of as the system does. What they become is checked all the same. */
  resolve?: ResolveHost;
  /** Hosts beside `*.daktela.com` that credentials may be sent to, each perhaps with a port: `crm.example.com:8443`. */
  allowedHosts?: readonly string[];
  /** Origins that are trusted as they stand, such as `http://127.0.0.1:4010`: without https, and in private networks. */
  trustedOrigins?: readonly string[];
  /** Milliseconds for a whole read (45 000), waiting for Daktela's limits included, and for one attempt (30 000). */
  timeouts?: { totalMs?: number; attemptMs?: number };
  /** How often a read is repeated after a passing failure (3). */
  retries?: number;
  /** What clients of the same credential share. Without it, all of the process. */
  sharing?: DaktelaSharing;
  /** How long whole lists of small models are kept (3 600 000 ms); false for not at all. */
  cache?: { ttlMs: number } | false;
  /** Told of the new session when that of a `session` credential was refreshed, to be kept in its place. */
  onSession?: (session: DaktelaSession) => void;
  /**
   * Renews a session in place of the client, for servers of several processes that keep it together: `ask` gets a new one from Daktela, or
   * undefined where it refuses. Gives the new one, also when another process has got it, or undefined when the session has ended.
   */
  renewSession?: (
    spent: DaktelaSession,
    ask: (session: DaktelaSession) => Promise<DaktelaSession | undefined>,
  ) => Promise<DaktelaSession | undefined>;
  now?: () => Date;
}

export type DaktelaOptions = DaktelaCredential & DaktelaSettings;

export interface Settings {
  /** The origin of the instance. */
  url: string;
  credential: DaktelaCredential;
  fetch: typeof globalThis.fetch;
  onRequest: () => void;
  totalMs: number;
  attemptMs: number;
  retries: number;
  /** Zero for not at all. */
  keepListsMs: number;
  shared: SharedState;
  onSession: DaktelaSettings['onSession'];
  renewSession: DaktelaSettings['renewSession'];
  now: () => Date;
  tooSlow(milliseconds: number): TelephonyError;
}

const aFunction = z.custom<(...values: never) => unknown>((value) => typeof value === 'function', 'must be a function');
const anObject = z.custom<object>((value) => typeof value === 'object' && value !== null, 'must be an object');
const Milliseconds = z.int().min(1).max(600_000);
export const AllowedHost = z
  .string()
  .refine(isAllowedHost, 'must be a host such as crm.example.com, perhaps with a port');
export const TrustedOrigin = z.string().refine(isOrigin, 'must be an origin such as http://127.0.0.1:4010');

/** What can stand in a header and in JSON. Messages repeat nothing of it. */
const Secret = z
  .string()
  .min(1, 'is empty')
  .max(8192, 'is too long')
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'holds a control character');
const Token = Secret.regex(/^[\x21-\x7e]*$/, 'holds characters that no token has');

const Session = z.strictObject({
  accessToken: Token,
  refreshToken: Token.optional(),
  expiresAt: z.string().optional(),
});
const Common = z.strictObject({
  url: z.string(),
  fetch: aFunction.optional(),
  onRequest: aFunction.optional(),
  resolve: aFunction.optional(),
  allowedHosts: z.array(AllowedHost).optional(),
  trustedOrigins: z.array(TrustedOrigin).optional(),
  timeouts: z.strictObject({ totalMs: Milliseconds.optional(), attemptMs: Milliseconds.optional() }).optional(),
  retries: z.int().min(0).max(5).optional(),
  sharing: anObject.optional(),
  cache: z.union([z.literal(false), z.strictObject({ ttlMs: z.int().min(0).max(86_400_000) })]).optional(),
  onSession: aFunction.optional(),
  renewSession: aFunction.optional(),
  now: aFunction.optional(),
});

/**
 * @throws CONFIGURATION that names every option that is wrong, and for an address that credentials must not be sent to.
 * @throws UNAUTHENTICATED for texts that cannot be a credential.
 */
export function readOptions(options: DaktelaOptions): Settings {
  const credential = readCredential(options);
  const {
    username: _,
    password: __,
    accessToken: ___,
    session: ____,
    ...common
  } = options as DaktelaOptions & Record<'username' | 'password' | 'accessToken' | 'session', unknown>;
  const { error } = Common.safeParse(common);
  if (error) {
    throw failure(
      'CONFIGURATION',
      `The options of the Daktela client are wrong: ${problemsOf(error, 'options').join('; ')}.`,
    );
  }
  const { allowedHosts = [], trustedOrigins = [] } = options;
  const address = readAddress(options.url, { allowedHosts, trustedOrigins });
  if ('problem' in address) {
    throw failure('CONFIGURATION', `The address of the Daktela instance ${address.problem}.`, { field: 'url' });
  }
  const url = address.origin;
  return {
    url,
    credential,
    fetch: options.fetch ?? (address.trusted ? trustingFetch : publicFetch(options.resolve)),
    onRequest: options.onRequest ?? (() => {}),
    totalMs: options.timeouts?.totalMs ?? 45_000,
    attemptMs: options.timeouts?.attemptMs ?? 30_000,
    retries: options.retries ?? 3,
    keepListsMs: options.cache === false ? 0 : (options.cache?.ttlMs ?? 3_600_000),
    shared: (options.sharing ?? processSharing).of(credential, url),
    onSession: options.onSession,
    renewSession: options.renewSession,
    now: options.now ?? (() => new Date()),
    tooSlow,
  };
}

function readCredential(options: DaktelaOptions): DaktelaCredential {
  const { url } = options;
  if ('session' in options) return { url, session: checked(Session, options.session, 'session') };
  if ('accessToken' in options) return { url, accessToken: checked(Token, options.accessToken, 'accessToken') };
  return {
    url,
    username: checked(Secret.max(256), options.username, 'username'),
    password: checked(Secret, options.password, 'password'),
  };
}

function checked<Value>(schema: z.ZodType<unknown>, value: Value, field: string): Value {
  const { error } = schema.safeParse(value);
  if (error === undefined) return value;
  throw failure('UNAUTHENTICATED', `This cannot be a Daktela credential: ${problemsOf(error, field).join('; ')}.`, {
    field,
  });
}

function tooSlow(milliseconds: number): TelephonyError {
  return failure('UNAVAILABLE', `Daktela did not answer completely within ${milliseconds / 1000} s.`, {
    detail: { reason: 'timeout', timeout_ms: milliseconds },
  });
}
