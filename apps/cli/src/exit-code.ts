import type { ErrorCode } from '@voxolib/telephony';

/** What the program ends with, for scripts. The numbers stay as they are. */
export const exitCodes = {
  ok: 0,
  problem: 1,
  usage: 2,
  credentials: 3,
  forbidden: 4,
  notFound: 5,
  conflict: 6,
  rateLimited: 7,
  unavailable: 8,
  badResponse: 9,
  unknownOutcome: 10,
  incomplete: 11,
  interrupted: 130,
} as const;
export type ExitName = keyof typeof exitCodes;
export type ExitCode = (typeof exitCodes)[ExitName];

/** Each exit code in words. */
export const exitWords: Record<ExitName, string> = {
  ok: 'done; for a dry run: the plan was shown and nothing was sent',
  problem: 'doctor or live found a problem, or the program itself failed',
  usage: 'wrong use: an argument, an option or a variable',
  credentials: 'the vendor does not accept the credentials',
  forbidden: 'the account may not do this',
  notFound: 'there is no such thing',
  conflict: 'something has changed, or is in the way',
  rateLimited: 'the vendor asks to wait',
  unavailable: 'the vendor cannot be reached',
  badResponse: 'the vendor answered what nobody understands',
  unknownOutcome: 'a change was sent and nobody knows whether it was done; check before trying again',
  incomplete: 'the answer lacks days, and says which',
  interrupted: 'interrupted, as by Ctrl-C',
};

const names: Partial<Record<string, ExitName>> & Record<ErrorCode, ExitName> = {
  INVALID_INPUT: 'usage',
  CONFIGURATION: 'usage',
  UNAUTHENTICATED: 'credentials',
  FORBIDDEN: 'forbidden',
  NOT_FOUND: 'notFound',
  CONFLICT: 'conflict',
  RATE_LIMITED: 'rateLimited',
  UNAVAILABLE: 'unavailable',
  BAD_RESPONSE: 'badResponse',
  UNKNOWN_OUTCOME: 'unknownOutcome',
};

/** The exit code of an error of the libraries. */
export function exitCodeOf(code: ErrorCode): ExitCode {
  return exitCodes[names[code] ?? 'problem'];
}
