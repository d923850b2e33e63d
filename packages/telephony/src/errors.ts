/**
 * Who can act on an error, as a stable code. The words for the reader are made elsewhere, from the code.
 * CONFLICT: something is no longer as it was, or is in use. UNKNOWN_OUTCOME: a change was sent and no answer came, so that only a look
 * at the account tells whether it was made.
 */
export type ErrorCode =
  | 'INVALID_INPUT'
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'CONFLICT'
  | 'UNKNOWN_OUTCOME'
  | 'UNAUTHENTICATED'
  | 'CONFIGURATION'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE'
  | 'BAD_RESPONSE';

export interface TelephonyErrorOptions {
  /** The provider that the error comes from, by id. */
  provider?: string;
  /** The input field that is wrong, by its name in the caller's vocabulary. */
  field?: string;
  /** Facts for a log: method, path, status. Never a body, a header or a credential. */
  detail?: Readonly<Record<string, string | number | boolean>>;
  /** Names of people in the message, for whoever must name nobody. */
  people?: readonly string[];
  /** How long the vendor asks us to wait, in milliseconds. */
  retryAfterMs?: number;
}

const brand = Symbol.for('@voxolib/telephony/error');

/** The one error class of the libraries. Its message is a sentence that may be shown to the caller. */
export class TelephonyError extends Error {
  override readonly name = 'TelephonyError';
  readonly code: ErrorCode;
  readonly provider: string | undefined;
  readonly field: string | undefined;
  readonly detail: Readonly<Record<string, string | number | boolean>> | undefined;
  readonly retryAfterMs: number | undefined;
  readonly people: readonly string[];

  constructor(code: ErrorCode, message: string, options: TelephonyErrorOptions = {}) {
    super(message);
    Object.defineProperty(this, brand, { value: true });
    this.code = code;
    this.provider = options.provider;
    this.field = options.field;
    this.detail = options.detail;
    this.retryAfterMs = options.retryAfterMs;
    this.people = options.people ?? [];
  }

  /** True when the same call may succeed later without any change. */
  get retryable(): boolean {
    return this.code === 'RATE_LIMITED' || this.code === 'UNAVAILABLE';
  }
}

/** Recognises a TelephonyError of any bundled copy of this package, where `instanceof` would not. */
export function isTelephonyError(value: unknown): value is TelephonyError {
  return typeof value === 'object' && value !== null && brand in value;
}
