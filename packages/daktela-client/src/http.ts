import type { ErrorCode, TelephonyError, TelephonyErrorOptions } from '@voxolib/telephony';
import { readRetryAfter, readText, withDeadline } from '@voxolib/upstream';
import type { Settings } from './options.ts';
import { failure } from './refusals.ts';
import { type Envelope, readEnvelope } from './reply/envelope.ts';
import { errorWords, flattenError } from './reply/error-text.ts';
import { overNetwork, send, type WireRequest } from './transport.ts';

/** What is asked for, in words for the reader of an error. */
export interface Subject {
  kind: 'list' | 'record' | 'relation' | 'whoim' | 'login';
  endpoint: string;
  name?: string;
  relation?: string;
}

export interface Answer extends Envelope {
  receivedAt: Date;
}

/** The most of an answer: a thousand records of 27 KB, or a few with bodies of 5 MB. Counted after inflating. */
const MOST_BYTES = 32 * 1024 * 1024;
const ERROR_BODY = { bytes: 64 * 1024, milliseconds: 1000 };

/** One request, without retries. Every failure is a TelephonyError, and none holds a secret. */
export async function ask(
  settings: Settings,
  request: WireRequest,
  subject: Subject,
  secrets: readonly string[],
  signal: AbortSignal,
): Promise<Answer> {
  const response = await overNetwork(request, () => send(settings, request, signal));
  const fail = (code: ErrorCode, message: string, more: TelephonyErrorOptions = {}) =>
    failure(code, message, { ...more, detail: { ...detailOf(request, subject, response), ...more.detail } });
  if (!response.ok) {
    const words = await errorOf(response, secrets, signal);
    throw refusal(response, subject, words, fail, settings.now().getTime());
  }
  const text = await overNetwork(request, () => readText(response, { left: MOST_BYTES }));
  if (text === undefined) throw tooLong(subject, fail);
  const envelope = readEnvelope(text);
  if (envelope === undefined) throw fail('BAD_RESPONSE', notTheApi(text));
  if (flattenError(envelope.error).length > 0) {
    throw fail('INVALID_INPUT', `Daktela refuses ${whatOf(subject)}${said(errorWords(envelope.error, secrets))}`);
  }
  return { ...envelope, receivedAt: settings.now() };
}

type Fail = (code: ErrorCode, message: string, more?: TelephonyErrorOptions) => TelephonyError;

function refusal(response: Response, subject: Subject, words: string, fail: Fail, now: number): TelephonyError {
  const { status, headers } = response;
  if (status === 0 || (status >= 300 && status < 400)) {
    return fail(
      'BAD_RESPONSE',
      'Daktela answered with a redirect, which is not followed. Check the address of the instance.',
    );
  }
  if (status === 401) return fail('UNAUTHENTICATED', `Daktela does not accept this credential${said(words)}`);
  if (status === 403) {
    return fail('FORBIDDEN', `The user's role in Daktela may not read ${subject.endpoint}${said(words)}`);
  }
  if (status === 404 || status === 405) return missing(subject, words, fail);
  if (status === 400 || status === 413 || status === 414 || status === 422) {
    return fail('INVALID_INPUT', `Daktela refuses ${whatOf(subject)}${said(words)}`);
  }
  const retryAfterMs = readRetryAfter(headers.get('retry-after'), now);
  const later = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (status === 429) return fail('RATE_LIMITED', 'Daktela asks us to slow down.', later);
  if (status === 408 || status >= 500)
    return fail('UNAVAILABLE', `Daktela cannot answer at the moment${said(words)}`, later);
  return fail('BAD_RESPONSE', `Daktela's API is not as this client expects it${said(words)}`);
}

function missing({ kind, endpoint, name, relation }: Subject, words: string, fail: Fail): TelephonyError {
  if (kind === 'record') {
    const which = name === undefined ? 'no record of this name' : `no record "${name}"`;
    return fail('NOT_FOUND', `Daktela has ${which} in ${endpoint}${said(words)}`, {
      field: 'name',
      detail: { reason: 'no_such_record' },
    });
  }
  if (kind === 'relation') {
    const what = `${endpoint} has no ${relation}, or no record of this name`;
    return fail('NOT_FOUND', `Daktela says that ${what}${said(words)}`, {
      detail: { reason: 'no_such_relation', named: name !== undefined },
    });
  }
  return fail('NOT_FOUND', `${endpoint} is not available on this Daktela instance${said(words)}`, {
    detail: { reason: 'endpoint_not_available' },
  });
}

function tooLong({ kind, endpoint }: Subject, fail: Fail): TelephonyError {
  const size = `${MOST_BYTES / 1024 / 1024} MiB`;
  return kind === 'list'
    ? fail(
        'INVALID_INPUT',
        `This page of ${endpoint} has more than ${size}. Take fewer rows, or leave long texts out.`,
        { field: 'take' },
      )
    : fail('BAD_RESPONSE', `Daktela sent more than ${size} of ${endpoint}.`);
}

function whatOf({ kind, endpoint }: Subject): string {
  if (kind === 'login') return 'to log in';
  return kind === 'list' ? `this query of ${endpoint}` : `this request of ${endpoint}`;
}

/** Daktela's own words, after what we say. */
function said(words: string): string {
  return words === '' ? '.' : `: "${words}".`;
}

function notTheApi(text: string): string {
  const start = text.trimStart();
  const what = start === '' ? 'an empty reply' : start.startsWith('<') ? 'a web page' : 'something else';
  return `Daktela sent ${what} where an answer of its API was expected. Check the address of the instance.`;
}

/** Daktela's words in the body of a refusal, as far as it comes soon. A web page says nothing. */
async function errorOf(response: Response, secrets: readonly string[], signal: AbortSignal): Promise<string> {
  const limits = { milliseconds: ERROR_BODY.milliseconds, expired: () => new Error('slow'), parent: signal };
  try {
    const text = await withDeadline(limits, () => readText(response, { left: ERROR_BODY.bytes }));
    return errorWords(readEnvelope(text ?? '')?.error, secrets);
  } catch {
    return '';
  }
}

function detailOf({ method }: WireRequest, { kind, endpoint }: Subject, { status }: Response) {
  return { method, operation: kind, endpoint, status };
}
