import { isTelephonyError } from '@voxolib/telephony';

/** How a call ended, for the log and the metrics of an app. Holds no argument and no answer. */
export interface CallRecord {
  /** The tool's name, or `resource:` and the name of a resource that was read. */
  tool: string;
  outcome: 'ok' | 'error';
  /** The TelephonyError's code, or INTERNAL for an error that is ours. */
  code?: string;
  durationMs: number;
}

export interface CallObserver {
  onCall?(record: CallRecord): void;
  /** An error that is not the caller's to mend. Log it; it does not reach the caller. */
  onInternalError?(error: unknown, tool: string): void;
}

/** Does the work and tells the observer how it ended. */
export async function observed<Outcome>(
  tool: string,
  observer: CallObserver,
  signal: AbortSignal,
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  const startedAt = performance.now();
  const record = (outcome: 'ok' | 'error', code?: string) =>
    observer.onCall?.({ tool, outcome, ...(code && { code }), durationMs: performance.now() - startedAt });
  try {
    const result = await work();
    record('ok');
    return result;
  } catch (error) {
    if (isTelephonyError(error)) {
      record('error', error.code);
    } else if (signal.aborted) {
      record('error', 'CANCELLED');
    } else {
      record('error', 'INTERNAL');
      observer.onInternalError?.(error, tool);
    }
    throw error;
  }
}
