import { plainText } from '../plain-text.ts';
import type { AuditProblem } from '../problem.ts';
import type { ToolCallTable } from '../tool-call-table.ts';
import type { Alert } from './alert.ts';
import { type AlertRules, callAlerts, defaultAlertRules } from './call-alerts.ts';
import { type AlertOutcome, type RecentAlert, recentAlerts } from './recent-alerts.ts';
import { sendToWebhook } from './webhook.ts';

export interface AlertsOptions {
  /** Where Slack, or what takes its place, accepts `{ text, blocks }`. A secret. Without it alerts are noted, and sent nowhere. */
  readonly webhookUrl?: string | URL | undefined;
  /** What the messages say they come from. */
  readonly deployment: string;
  readonly rules?: AlertRules;
  readonly fetch?: typeof fetch;
  readonly now?: () => number;
  readonly timeoutMs?: number;
  readonly retryMs?: readonly number[];
}

/** What other parts report. */
export type SecurityEvent = { readonly kind: 'refresh-reuse'; readonly subject?: string; readonly client?: string };

/** Tells people of what they should look at. Nothing of it waits for the webhook, and nothing throws. */
export interface Alerts {
  /** For `onCall` of the audit. */
  onCall(call: ToolCallTable): void;
  /** For `onProblem` of the audit. */
  onProblem(problem: AuditProblem): void;
  report(event: SecurityEvent): void;
  state(): { readonly sent: number; readonly failed: number; readonly heldBack: number };
  /** The last ones of this process, the newest first. */
  recent(): readonly RecentAlert[];
  /** Waits for messages on their way, at most `ms`. */
  stop(ms?: number): Promise<void>;
}

/** The same matter is told once in this time. */
const SAME_MS = 15 * 60_000;
/** At most so many messages in that time, whatever they are about. */
const MAX_MESSAGES = 20;
const MESSAGES_MS = 10 * 60_000;
const MAX_QUEUE = 20;
const MAX_KEYS = 1_000;
const MAX_TEXT = 500;

export function createAlerts(options: AlertsOptions): Alerts {
  const { webhookUrl, deployment, rules = defaultAlertRules, now = Date.now } = options;
  const { timeoutMs = 5_000, retryMs = [1_000, 5_000, 30_000] } = options;
  const ofCall = callAlerts(rules, now);
  const told = new Map<string, { at: number; again: number }>();
  const queue: { text: string; ended: (outcome: AlertOutcome) => void }[] = [];
  const noted = recentAlerts();
  const times: number[] = [];
  const stopping = new AbortController();
  let sending: Promise<void> | undefined;
  let [sent, failed, heldBack, untold] = [0, 0, 0, 0];

  function raise({ key, text }: Alert): void {
    const at = now();
    const before = told.get(key);
    if (before !== undefined && Math.abs(at - before.at) < SAME_MS) {
      before.again += 1;
      heldBack += 1;
      return;
    }
    while (times[0] !== undefined && Math.abs(at - times[0]) >= MESSAGES_MS) times.shift();
    if (times.length >= MAX_MESSAGES || queue.length >= MAX_QUEUE || stopping.signal.aborted) {
      heldBack += 1;
      untold += 1;
      return;
    }
    times.push(at);
    told.delete(key);
    told.set(key, { at, again: 0 });
    for (const [oldest] of told) {
      if (told.size <= MAX_KEYS) break;
      told.delete(oldest);
    }
    const again = before?.again ? ` It happened ${before.again} more times since it was last reported.` : '';
    const others = untold > 0 ? ` ${untold} other alerts were held back.` : '';
    untold = 0;
    const whole = plainText(`${deployment}: ${text}${again}${others}`, MAX_TEXT);
    const ended = noted.add(at, whole, webhookUrl === undefined ? 'noted' : 'waiting');
    if (webhookUrl === undefined) return;
    queue.push({ text: whole, ended });
    sending ??= send(webhookUrl).finally(() => {
      sending = undefined;
    });
  }

  async function send(url: string | URL): Promise<void> {
    const webhook = { url, fetch: options.fetch, timeoutMs, retryMs };
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const safe = escaped(next.text);
      const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: safe } }];
      const arrived = await sendToWebhook(webhook, { text: safe, blocks }, stopping.signal);
      if (arrived) sent += 1;
      else failed += 1;
      next.ended(arrived ? 'sent' : 'failed');
    }
  }

  return {
    onCall(call) {
      const alert = ofCall(call);
      if (alert !== undefined) raise(alert);
    },
    onProblem(problem) {
      const alert = problemAlert(problem);
      if (alert !== undefined) raise(alert);
    },
    report({ kind, subject = 'Somebody', client = 'a client' }) {
      const text = `${subject} or a thief has used a refresh token of ${client} that was replaced; its sessions were ended.`;
      raise({ key: JSON.stringify([kind, subject, client]), text });
    },
    state: () => ({ sent, failed, heldBack }),
    recent: noted.list,
    async stop(ms = 2_000) {
      const timer = setTimeout(() => stopping.abort(), ms);
      await sending;
      clearTimeout(timer);
      stopping.abort();
    },
  };
}

function problemAlert(problem: AuditProblem): Alert | undefined {
  switch (problem.kind) {
    case 'unavailable':
      return { key: 'unavailable', text: 'The audit cannot be written. Calls that change something are refused.' };
    case 'recovered':
      return { key: 'recovered', text: 'The audit is written again.' };
    case 'lost':
      return { key: 'lost', text: `The audit has given up records of ${problem.calls} calls that changed nothing.` };
    case 'displaced':
      return { key: 'displaced', text: 'A process was taken for dead by another one; its running calls stay unknown.' };
    case 'tampering':
      return { key: `tampering ${problem.what}`, text: `The audit was changed from outside: ${problem.what}` };
  }
}

/** In Slack's texts a "<" begins a link or a call to everybody. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
