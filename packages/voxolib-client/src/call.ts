import { TelephonyError } from '@voxolib/telephony';
import { withDeadline, withRetries } from '@voxolib/upstream';
import { get } from './http.ts';
import type { Settings } from './options.ts';
import type { WireRequest } from './transport.ts';

const MAX_REPLY_BYTES = 5 * 1024 * 1024;

/** Asks Voxolib for one JSON document. */
export type Read = (request: WireRequest) => Promise<unknown>;

/**
 * One call of the client: `run` may read several pages, under one deadline and one limit of bytes.
 * From outside in: deadline, bulkhead, breaker, retries, time for one attempt.
 */
export async function callVoxolib<T>(
  settings: Settings,
  signal: AbortSignal | undefined,
  run: (read: Read) => Promise<T>,
): Promise<T> {
  const { totalMs, attemptMs, retries, guard } = settings;
  const endsAt = performance.now() + totalMs;
  return withDeadline({ milliseconds: totalMs, expired: () => tooSlow(totalMs), parent: signal }, async (deadline) => {
    const token = await settings.token();
    const budget = { left: MAX_REPLY_BYTES };
    return run((request) =>
      guard.run(deadline, () =>
        withRetries({ retries, endsAt, signal: deadline }, () =>
          withDeadline({ milliseconds: attemptMs, expired: () => tooSlow(attemptMs), parent: deadline }, (attempt) =>
            get(settings, request, { token, budget, signal: attempt }),
          ),
        ),
      ),
    );
  });
}

function tooSlow(milliseconds: number): TelephonyError {
  return new TelephonyError('UNAVAILABLE', `Voxolib did not answer completely within ${milliseconds / 1000} s.`, {
    provider: 'voxolib',
    detail: { reason: 'timeout', timeout_ms: milliseconds },
  });
}
