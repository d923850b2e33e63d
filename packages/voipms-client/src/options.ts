import { TelephonyError } from '@voxolib/telephony';
import { BaseUrl, problemsOf } from '@voxolib/upstream';
import { z } from 'zod';
import { voipmsContract } from './contract.ts';
import { checkCredential, fingerprintOf, type VoipmsCredential } from './credential.ts';
import { type PaceClock, type PaceOptions, systemClock } from './pace.ts';
import { processSharing, type SharedState, type VoipmsSharing } from './shared-state.ts';

/** The username is the portal's; the password is the one of the API, which is set on the portal's API page. */
export interface VoipmsOptions extends VoipmsCredential {
  /** The address of the API; https, or http on this machine alone. */
  baseUrl?: string;
  fetch?: typeof globalThis.fetch;
  /** `post` sends multipart forms, which keep the password out of addresses; `get` is the way of most published clients. */
  transport?: 'post' | 'get';
  /** Milliseconds for a whole read (60 000) and a whole change (180 000), waiting for their turn not counted. */
  timeouts?: { readMs?: number; writeMs?: number };
  /** How often a read is repeated after a passing failure (2). A change never is. */
  retries?: number;
  /** How fast requests of this credential go; the first client of a process decides for all of them. */
  pace?: Partial<PaceOptions>;
  /** How long replies of list methods are remembered (45 000 ms); zero for not at all. */
  rememberMs?: number;
  /** What clients of the same credential share. Without it, all of the process. */
  sharing?: VoipmsSharing;
  clock?: PaceClock;
  now?: () => Date;
}

export interface Settings {
  credential: VoipmsCredential;
  baseUrl: string;
  fetch: typeof globalThis.fetch;
  transport: 'post' | 'get';
  readMs: number;
  writeMs: number;
  retries: number;
  rememberMs: number;
  limitPauseMs: number;
  shared: SharedState;
  now: () => Date;
}

const aFunction = z.custom<(...values: never) => unknown>((value) => typeof value === 'function', 'must be a function');
const anObject = z.custom<object>((value) => typeof value === 'object' && value !== null, 'must be an object');
const Milliseconds = z.int().min(1).max(600_000);

const Options = z.strictObject({
  username: z.string(),
  password: z.string(),
  baseUrl: BaseUrl.optional(),
  fetch: aFunction.optional(),
  transport: z.enum(['post', 'get']).optional(),
  timeouts: z.strictObject({ readMs: Milliseconds.optional(), writeMs: Milliseconds.optional() }).optional(),
  retries: z.int().min(0).max(5).optional(),
  pace: z
    .strictObject({
      spacingMs: z.int().min(0).max(60_000).optional(),
      perMinute: z.int().min(1).max(10_000).optional(),
      limitPauseMs: z.int().min(0).max(600_000).optional(),
      queue: z.int().min(0).max(10_000).optional(),
    })
    .optional(),
  rememberMs: z.int().min(0).max(600_000).optional(),
  sharing: anObject.optional(),
  clock: anObject.optional(),
  now: aFunction.optional(),
});

/**
 * @throws CONFIGURATION that names every option that is wrong.
 * @throws UNAUTHENTICATED for a username or password that cannot be one.
 */
export function readOptions(options: VoipmsOptions): Settings {
  const { error } = Options.safeParse(options);
  if (error) {
    const problems = problemsOf(error, 'options').join('; ');
    throw new TelephonyError('CONFIGURATION', `The options of the VoIP.ms client are wrong: ${problems}.`, {
      provider: 'voipms',
    });
  }
  const credential = checkCredential(options);
  const baseUrl = options.baseUrl ?? voipmsContract.url.value;
  const pace = {
    spacingMs: voipmsContract.spacingMs.value,
    perMinute: voipmsContract.requestsPerMinute.value,
    limitPauseMs: voipmsContract.limitPauseMs.value,
    queue: 64,
    ...options.pace,
  };
  const sharing = options.sharing ?? processSharing;
  return {
    credential,
    baseUrl,
    fetch: options.fetch ?? globalThis.fetch,
    transport: options.transport ?? 'post',
    readMs: options.timeouts?.readMs ?? 60_000,
    writeMs: options.timeouts?.writeMs ?? 180_000,
    retries: options.retries ?? 2,
    rememberMs: options.rememberMs ?? 45_000,
    limitPauseMs: pace.limitPauseMs,
    shared: sharing.of(
      { fingerprint: fingerprintOf(credential, baseUrl), baseUrl },
      pace,
      options.clock ?? systemClock,
    ),
    now: options.now ?? (() => new Date()),
  };
}
