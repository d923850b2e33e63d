import { setTimeout as delay } from 'node:timers/promises';

export interface WebhookOptions {
  /** Whoever has it can write to the channel: never shown. */
  readonly url: string | URL;
  readonly fetch?: typeof fetch | undefined;
  /** How long one attempt may take. */
  readonly timeoutMs: number;
  /** The pauses before further attempts. */
  readonly retryMs: readonly number[];
}

/** The message that Slack, and much that takes its place, accepts. */
export interface WebhookMessage {
  readonly text: string;
  readonly blocks?: readonly object[];
}

const LONGEST_WAIT_MS = 60_000;

/** Sends a message. False when it was refused, or nobody took it; never rejects, and tells nobody the address. */
export async function sendToWebhook(
  { url, fetch: request = fetch, timeoutMs, retryMs }: WebhookOptions,
  message: WebhookMessage,
  signal: AbortSignal,
): Promise<boolean> {
  for (const pause of [0, ...retryMs]) {
    try {
      await delay(pause, undefined, { signal, ref: false });
      const response = await request(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(message),
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      });
      await response.body?.cancel();
      if (response.ok) return true;
      if (response.status !== 429 && response.status < 500) return false;
      await delay(waitOf(response.headers.get('retry-after')), undefined, { signal, ref: false });
    } catch {
      if (signal.aborted) return false;
    }
  }
  return false;
}

function waitOf(retryAfter: string | null): number {
  const seconds = Number(retryAfter ?? 0);
  return seconds > 0 ? Math.min(seconds * 1_000, LONGEST_WAIT_MS) : 0;
}
