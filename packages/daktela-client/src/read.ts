import { isTelephonyError, type TelephonyError } from '@voxolib/telephony';
import { withDeadline, withRetries } from '@voxolib/upstream';
import { daktelaContract } from './contract.ts';
import { type Answer, ask, type Subject } from './http.ts';
import type { Settings } from './options.ts';
import { failure } from './refusals.ts';
import { createTokenSource } from './session/session.ts';

/** What is read: a path and a query, both encoded. */
interface ReadRequest {
  subject: Subject;
  path: string;
  query?: string;
  /** Whether an answer shows that the session is not valid, although its status does not say so. */
  isAnonymous?: (answer: Answer) => boolean;
}

/** Asks the instance for one resource. */
export type Read = (request: ReadRequest, signal: AbortSignal | undefined) => Promise<Answer>;

/**
 * From outside in: deadline of the whole, bulkhead, breaker, a valid token, retries, time for one attempt. Where Daktela refuses the token of a session,
 * the session is renewed and the request sent once more.
 */
export function createRead(settings: Settings): Read {
  const { totalMs, attemptMs, retries, tooSlow, shared } = settings;
  const source = createTokenSource(settings);

  async function attempts(request: ReadRequest, token: string, endsAt: number, signal: AbortSignal): Promise<Answer> {
    const { subject, path, query = '', isAnonymous } = request;
    const wire = { method: 'GET', path, query, token } as const;
    const limits = { retries, endsAt, signal, onceAfter: daktelaContract.serverErrorOnce.value };
    const answer = await withRetries(limits, () =>
      withDeadline({ milliseconds: attemptMs, expired: () => tooSlow(attemptMs), parent: signal }, (attempt) =>
        ask(settings, wire, subject, source.secrets(), attempt),
      ),
    );
    if (isAnonymous?.(answer))
      throw failure('UNAUTHENTICATED', 'Daktela does not accept this credential.', { detail: { status: 401 } });
    return answer;
  }

  return async (request, caller) => {
    const endsAt = performance.now() + totalMs;
    const limits = { milliseconds: totalMs, expired: () => tooSlow(totalMs), parent: caller };
    const answer = await withDeadline(limits, (signal) =>
      shared.guarded(signal, async () => {
        const token = await source.token();
        try {
          return await attempts(request, token, endsAt, signal);
        } catch (error) {
          if (!isRefusedToken(error)) throw error;
          const renewed = await source.renewed(token);
          if (renewed === undefined) throw error;
          return attempts(request, renewed, endsAt, signal);
        }
      }),
    );
    if (answer.zone !== undefined) shared.zone = answer.zone;
    return answer;
  };
}

function isRefusedToken(error: unknown): error is TelephonyError {
  return isTelephonyError(error) && error.code === 'UNAUTHENTICATED' && error.detail?.status === 401;
}
