import { isTelephonyError } from '@voxolib/telephony';

/**
 * What is said of a part that could not be read, so that the rest can be given.
 * @throws the error itself when it is not about this part: the caller has gone, or the credential is not accepted.
 */
export function gapOf(error: unknown, what: string): string {
  if (!isTelephonyError(error) || error.code === 'UNAUTHENTICATED') throw error;
  return `${what} could not be read: ${error.message}`;
}

/** The part, or undefined and a warning. */
export async function orGap<Part>(part: Promise<Part>, what: string, warnings: string[]): Promise<Part | undefined> {
  try {
    return await part;
  } catch (error) {
    warnings.push(gapOf(error, what));
    return undefined;
  }
}
