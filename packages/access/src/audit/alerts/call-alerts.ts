import { redactedText } from '../redaction/redacted-text.ts';
import type { ToolCallTable } from '../tool-call-table.ts';
import type { Alert } from './alert.ts';
import { createWindow } from './sliding-window.ts';

export interface AlertRules {
  /** Errors that are not the callers' own, within `minutes`: at least so many, and so large a part of all calls. */
  readonly errorSpike: { readonly minutes: number; readonly errors: number; readonly share: number };
  /** Calls of one user, within `minutes`, for which the token has no right. */
  readonly scopeMisuse: { readonly minutes: number; readonly calls: number };
}

export const defaultAlertRules: AlertRules = {
  errorSpike: { minutes: 5, errors: 20, share: 0.25 },
  scopeMisuse: { minutes: 10, calls: 5 },
};

/** A denied call with this code is one for which the token has no right. */
const SCOPE_CODE = 'INSUFFICIENT_SCOPE';
/** Errors that callers can mend. */
const CALLERS_OWN: ReadonlySet<string> = new Set([
  'INVALID_INPUT',
  'NOT_FOUND',
  'FORBIDDEN',
  'UNAUTHENTICATED',
  'CONFIGURATION',
  'RATE_LIMITED',
  'CANCELLED',
  'NOT_RUN',
]);
/** Users that are counted at once. */
const MAX_SUBJECTS = 1_000;

/** Watches the calls of this process. The function gives an alert when a call makes one due. */
export function callAlerts(rules: AlertRules, now: () => number): (call: ToolCallTable) => Alert | undefined {
  const { errorSpike, scopeMisuse } = rules;
  const calls = createWindow(errorSpike.minutes, now);
  const errors = createWindow(errorSpike.minutes, now);
  const denied = new Map<string, ReturnType<typeof createWindow>>();

  function misuse({ subject, token_id, tool }: ToolCallTable): Alert | undefined {
    const who = JSON.stringify([subject, token_id]);
    const window = denied.get(who) ?? createWindow(scopeMisuse.minutes, now);
    // Again to the end, so that the one who was quiet for longest is forgotten first.
    denied.delete(who);
    denied.set(who, window);
    for (const [oldest] of denied) {
      if (denied.size <= MAX_SUBJECTS) break;
      denied.delete(oldest);
    }
    const count = window.add();
    if (count < scopeMisuse.calls) return undefined;
    const text = `${subject} made ${count} calls within ${scopeMisuse.minutes} minutes without the right to, the last one of ${shown(tool)}.`;
    return { key: `scope-misuse ${who}`, text };
  }

  return (call) => {
    if (call.status === 'denied') return call.error_code === SCOPE_CODE ? misuse(call) : undefined;
    const all = calls.add();
    if (call.status !== 'error' || CALLERS_OWN.has(call.error_code ?? '')) return undefined;
    const count = errors.add();
    if (count < errorSpike.errors || count < all * errorSpike.share) return undefined;
    const text = `${count} of ${all} calls within ${errorSpike.minutes} minutes have failed, the last one of ${shown(call.tool)} with ${shown(call.error_code ?? 'an error')}.`;
    return { key: 'error-spike', text };
  };
}

/** Whoever calls may call a tool by any name. */
function shown(name: string): string {
  return redactedText(name.slice(0, 100));
}
