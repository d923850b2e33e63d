import { TelephonyError } from '@voxolib/telephony';
import { type AccountKeys, createAccessToken, isAccessToken } from '@voxolib/token';

/** Gives the account's token each time that a request needs it. */
export type AccessTokenSource = () => Promise<string>;

const VISIBLE_ASCII = /^[\x21-\x7e]+$/;

/** @throws UNAUTHENTICATED when the token cannot be one, so that nothing is sent anywhere. */
export function keptToken(token: string): AccessTokenSource {
  if (!isAccessToken(token)) {
    throw refuse('This is not a Voxolib access token: it has the form <public key>.<64 hex digits>.');
  }
  const sendable = checkSendable(token);
  return async () => sendable;
}

/** The token that the keys make, made once, when it is first needed. */
export function tokenFromKeys(keys: AccountKeys): AccessTokenSource {
  let token: Promise<string> | undefined;
  return () => {
    token ??= makeToken(keys);
    return token;
  };
}

async function makeToken(keys: AccountKeys): Promise<string> {
  const token = await createAccessToken(keys).catch((error: unknown) => {
    const field = fieldOf(error);
    throw new TelephonyError('CONFIGURATION', `No token can be made: the ${field ?? 'keys'} cannot be right.`, {
      provider: 'voxolib',
      field: field ?? 'publicKey',
    });
  });
  return checkSendable(token);
}

/** A header carries ASCII alone; fetch would fail with an error of its own. */
function checkSendable(token: string): string {
  if (VISIBLE_ASCII.test(token)) return token;
  throw refuse('This Voxolib access token has letters beyond ASCII, which no HTTP header can carry.');
}

function refuse(message: string): TelephonyError {
  return new TelephonyError('UNAUTHENTICATED', message, { provider: 'voxolib' });
}

function fieldOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('field' in error)) return undefined;
  return typeof error.field === 'string' ? error.field : undefined;
}
