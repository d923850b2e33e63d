import { isTelephonyError, type TelephonyError } from '@voxolib/telephony';
import { withDeadline, withRetries } from '@voxolib/upstream';
import { daktelaContract } from '../contract.ts';
import { type Answer, ask, type Subject } from '../http.ts';
import type { Settings } from '../options.ts';
import { readText } from '../readers/scalars.ts';
import { failure } from '../refusals.ts';
import { isRecord } from '../reply/envelope.ts';
import type { WireRequest } from '../transport.ts';
import type { DaktelaSession } from './credential.ts';
import { lifeOf } from './life.ts';

const SUBJECT: Subject = { kind: 'login', endpoint: 'login' };
const MOST_TOKEN = 8192;
const TOKEN_FORM = /^[\x21-\x7e]+$/;

/** Logs in with a password. @throws UNAUTHENTICATED when Daktela refuses it, RATE_LIMITED or UNAVAILABLE when it cannot say. */
export async function logIn(
  settings: Settings,
  { username, password }: { username: string; password: string },
): Promise<DaktelaSession> {
  const request = { method: 'POST', path: loginPath(), body: { username, password } } as const;
  const answer = await asSession(settings, request, [password]);
  if (answer !== undefined) return answer;
  throw failure('UNAUTHENTICATED', 'Daktela does not accept this user name and password.', {
    detail: { reason: 'login_refused' },
  });
}

/** Changes a session for a new one; undefined when Daktela does not accept it any more, or when it cannot be changed. */
export async function refresh(
  settings: Settings,
  { refreshToken }: DaktelaSession,
): Promise<DaktelaSession | undefined> {
  if (refreshToken === undefined) return undefined;
  const request = { method: 'PUT', path: loginPath(), body: { refreshToken } } as const;
  return asSession(settings, request, [refreshToken], refreshToken);
}

function loginPath(): string {
  return `${daktelaContract.loginPath.value}${daktelaContract.suffix.value}`;
}

async function asSession(
  settings: Settings,
  request: WireRequest,
  secrets: readonly string[],
  kept?: string,
): Promise<DaktelaSession | undefined> {
  let answer: Answer;
  try {
    answer = await askPatiently(settings, request, secrets);
  } catch (error) {
    if (isTelephonyError(error) && isRefusal(error)) return undefined;
    throw error;
  }
  return readSession(answer, settings.now().getTime(), kept);
}

/** Once more after a passing failure: each attempt may count against the user. */
function askPatiently(settings: Settings, request: WireRequest, secrets: readonly string[]): Promise<Answer> {
  const { attemptMs, totalMs } = settings;
  const { signal } = new AbortController();
  return withRetries({ retries: Math.min(1, settings.retries), endsAt: performance.now() + totalMs, signal }, () =>
    withDeadline(
      { milliseconds: attemptMs, expired: () => settings.tooSlow(attemptMs), parent: undefined },
      (attempt) => ask(settings, request, SUBJECT, secrets, attempt),
    ),
  );
}

/** A 200 with an error instead of a token is a refusal as well. */
function isRefusal({ code, detail }: TelephonyError): boolean {
  const status = Number(detail?.status);
  return status === 200 ? code === 'INVALID_INPUT' : daktelaContract.refusedLoginStatuses.value.includes(status);
}

function readSession(
  { result, serverTime }: Answer,
  now: number,
  keptRefreshToken: string | undefined,
): DaktelaSession | undefined {
  const fields = isRecord(result) ? result : { accessToken: result };
  const token = readToken(fields.accessToken);
  if (token === undefined) return undefined;
  const refreshToken = readToken(fields.refreshToken) ?? keptRefreshToken;
  const expiresAt = new Date(now + lifeOf(fields.accessTokenExpirationDate, serverTime)).toISOString();
  return { accessToken: token, ...(refreshToken !== undefined && { refreshToken }), expiresAt };
}

function readToken(value: unknown): string | undefined {
  const text = readText(value);
  return text !== undefined && text.length <= MOST_TOKEN && TOKEN_FORM.test(text) ? text : undefined;
}
