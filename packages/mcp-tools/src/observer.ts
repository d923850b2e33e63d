import { isTelephonyError } from '@voxolib/telephony';
import type { AnswerFacts } from './answer-facts.ts';

/** How a call ended, for the log and the metrics of an app. Holds no argument and no answer. */
export interface CallRecord {
  /** The tool's name, or `resource:` and the name of a resource that was read. */
  tool: string;
  outcome: 'ok' | 'error';
  /** The TelephonyError's code, INTERNAL for an error that is ours, or CANCELLED when the caller has gone. */
  code?: string;
  /** The vendor that an error came from. */
  provider?: string;
  durationMs: number;
  /** Of a call that was answered. */
  answer?: AnswerFacts;
}

export interface CallObserver {
  /** The work begins; `onCall` is certain to follow. */
  onStart?(tool: string): void;
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
  factsOf?: (outcome: Outcome) => AnswerFacts,
): Promise<Outcome> {
  const startedAt = performance.now();
  const record = (ended: Omit<CallRecord, 'tool' | 'durationMs'>) =>
    observer.onCall?.({ tool, ...ended, durationMs: performance.now() - startedAt });
  observer.onStart?.(tool);
  try {
    const result = await work();
    record({ outcome: 'ok', ...(factsOf && { answer: factsOf(result) }) });
    return result;
  } catch (error) {
    // Whatever fails after the caller has gone fails because of it.
    if (signal.aborted) {
      record({ outcome: 'error', code: 'CANCELLED' });
    } else if (isTelephonyError(error)) {
      record({ outcome: 'error', code: error.code, ...(error.provider && { provider: error.provider }) });
    } else {
      record({ outcome: 'error', code: 'INTERNAL' });
      observer.onInternalError?.(error, tool);
    }
    throw error;
  }
}
