import { type ErrorCode, TelephonyError, type TelephonyErrorOptions } from '@voxolib/telephony';

/** An error of this client. */
export function failure(code: ErrorCode, message: string, options: TelephonyErrorOptions = {}): TelephonyError {
  return new TelephonyError(code, message, { provider: 'daktela', ...options });
}

/** Input that is refused before anything is sent. `people` are those whom the message names. */
export function invalid(field: string, message: string, people: readonly string[] = []): TelephonyError {
  return failure('INVALID_INPUT', message, { field, people });
}
