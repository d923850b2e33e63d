import { TelephonyError } from '@voxolib/telephony';
import { BaseUrl, problemsOf } from '@voxolib/upstream';
import { z } from 'zod';
import { checkContract, type VoxolibContract } from './contract.ts';
import { type AccessTokenSource, keptToken, tokenFromKeys } from './credential.ts';
import { createUpstreamGuard, type UpstreamGuard } from './guard.ts';

/** Either a ready token, or the two keys that it is made of. */
export interface VoxolibOptions {
  token?: string;
  publicKey?: string;
  secretKey?: string;
  /** The address of the API, without a trailing slash; https, or http on this machine alone. */
  baseUrl?: string;
  fetch?: typeof globalThis.fetch;
  /** Milliseconds for a whole call (25 000) and for each of its requests (10 000). */
  timeouts?: { totalMs?: number; attemptMs?: number };
  /** How often a read is repeated after a passing failure (2). */
  retries?: number;
  /** Where Voxolib's API differs from the assumed one, see `readContract`. */
  contract?: unknown;
  /** Shared by all clients of a process. Without it the client has one of its own. */
  guard?: UpstreamGuard;
  now?: () => Date;
}

/** The options of a client, checked and complete. */
export interface Settings {
  token: AccessTokenSource;
  baseUrl: string;
  fetch: typeof globalThis.fetch;
  totalMs: number;
  attemptMs: number;
  retries: number;
  contract: VoxolibContract;
  guard: UpstreamGuard;
  now: () => Date;
}

const aFunction = z.custom<(...values: never) => unknown>((value) => typeof value === 'function', 'must be a function');
const Milliseconds = z.int().min(1).max(600_000);

const Text = z.string().min(1, 'is empty');

const Options = z.strictObject({
  token: Text.optional(),
  publicKey: Text.optional(),
  secretKey: Text.optional(),
  baseUrl: BaseUrl.optional(),
  fetch: aFunction.optional(),
  timeouts: z.strictObject({ totalMs: Milliseconds.optional(), attemptMs: Milliseconds.optional() }).optional(),
  retries: z.int().min(0).max(5).optional(),
  contract: z.unknown().optional(),
  guard: z.custom<UpstreamGuard>(hasRun, 'must come from createUpstreamGuard').optional(),
  now: aFunction.optional(),
});

/**
 * @throws CONFIGURATION that names every option that is wrong.
 * @throws UNAUTHENTICATED for a token that does not have the form of one.
 */
export function readOptions(options: VoxolibOptions): Settings {
  const { error } = Options.safeParse(options);
  const { contract, problems: contractProblems } = checkContract(options.contract);
  const problems = [
    ...(error ? problemsOf(error, 'options') : []),
    ...credentialProblems(options),
    ...contractProblems,
  ];
  if (problems.length > 0) {
    throw new TelephonyError('CONFIGURATION', `The options of the Voxolib client are wrong: ${problems.join('; ')}.`, {
      provider: 'voxolib',
    });
  }
  return {
    token: tokenSource(options),
    baseUrl: (options.baseUrl ?? contract.base_url).replace(/\/+$/, ''),
    fetch: options.fetch ?? globalThis.fetch,
    totalMs: options.timeouts?.totalMs ?? 25_000,
    attemptMs: options.timeouts?.attemptMs ?? 10_000,
    retries: options.retries ?? 2,
    contract,
    guard: options.guard ?? createUpstreamGuard(),
    now: options.now ?? (() => new Date()),
  };
}

function tokenSource({ token, publicKey = '', secretKey = '' }: VoxolibOptions): AccessTokenSource {
  return token === undefined ? tokenFromKeys({ publicKey, secretKey }) : keptToken(token);
}

function credentialProblems({ token, publicKey, secretKey }: VoxolibOptions): string[] {
  if (token === undefined && publicKey === undefined && secretKey === undefined) {
    return ['token: is missing, and so are publicKey and secretKey'];
  }
  if (token !== undefined) {
    return publicKey === undefined && secretKey === undefined
      ? []
      : ['token: give either a token, or publicKey and secretKey, not both'];
  }
  if (publicKey === undefined) return ['publicKey: is missing beside secretKey'];
  return secretKey === undefined ? ['secretKey: is missing beside publicKey'] : [];
}

function hasRun(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'run' in value && typeof value.run === 'function';
}
