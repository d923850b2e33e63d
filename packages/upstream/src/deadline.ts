const over = new Error('This piece of work is over.');

/**
 * Runs `run` until it ends, until `milliseconds` have passed, or until `parent` aborts: whatever comes first.
 * Then its signal aborts, and the promise rejects at once, with `expired()` or with the parent's own reason.
 */
export async function withDeadline<T>(
  limits: { milliseconds: number; expired: () => Error; parent: AbortSignal | undefined },
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { milliseconds, expired, parent } = limits;
  parent?.throwIfAborted();
  const controller = new AbortController();
  const { signal } = controller;
  const ended = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  const follow = () => controller.abort(parent?.reason);
  parent?.addEventListener('abort', follow, { once: true });
  const timer = setTimeout(() => controller.abort(expired()), milliseconds);
  try {
    return await Promise.race([run(signal), ended]);
  } finally {
    clearTimeout(timer);
    parent?.removeEventListener('abort', follow);
    // What is still under way, such as the rest of a body that nobody reads, ends here.
    controller.abort(over);
  }
}
