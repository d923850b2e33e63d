import type { AuditVerification } from '@voxolib/access';

/** How the last check of the record in this process went. */
export interface VerificationState {
  readonly running: boolean;
  readonly last: { readonly at: number; readonly result: AuditVerification | 'failed' } | undefined;
}

export interface VerificationRun {
  state(): VerificationState;
  /** Begins a check, unless one is running. */
  start(): void;
  /** Ends a check that is running. */
  stop(): Promise<void>;
}

/** Checks the record behind the back of the page, one check at a time. */
export function verificationRun(
  verify: (signal: AbortSignal) => Promise<AuditVerification>,
  { onError, now }: { onError(error: unknown): void; now(): number },
): VerificationRun {
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  let last: VerificationState['last'];

  async function check(): Promise<void> {
    try {
      last = { result: await verify(stopping.signal), at: now() };
    } catch (error) {
      if (!stopping.signal.aborted) onError(error);
      last = { result: 'failed', at: now() };
    } finally {
      running = undefined;
    }
  }

  return {
    state: () => ({ running: running !== undefined, last }),
    start() {
      running ??= check();
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
