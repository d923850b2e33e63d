import type { LimitName, Refused } from './admission.ts';
import { nextMonth } from './month.ts';
import type { Tier } from './tier.ts';

const numbers = new Intl.NumberFormat('en');
const months = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

export function minuteRefusal({ title }: Tier, limit: number, retryAfterMs: number): Refused {
  const reason = `The ${title} tier allows ${calls(limit)} a minute, and they are used up. ${again(retryAfterMs)}`;
  return refused('minute', retryAfterMs, reason);
}

export function monthRefusal({ title }: Tier, limit: number, now: number): Refused {
  const next = nextMonth(now);
  const reason =
    `The ${title} tier includes ${calls(limit)} a month, and those of ${months.format(now)} are used up. ` +
    `Calls are answered again from ${days.format(next)}, 00:00 UTC, or at once on a larger tier.`;
  return refused('month', next - now, reason);
}

export function connectionRefusal({ title }: Pick<Tier, 'title'>, limit: number, leaseMs: number): Refused {
  const open = limit === 1 ? '1 open stream, and there is one' : `${numbers.format(limit)} open streams, and there are`;
  const reason =
    `The ${title} tier allows ${open} already. Close one, then try again; ` +
    `one that was not closed properly is freed within ${wait(leaseMs)}.`;
  return refused('connections', leaseMs, reason);
}

export function addressRefusal(limit: number, retryAfterMs: number): Refused {
  const reason = `More than ${numbers.format(limit)} requests in a minute come from this address. ${again(retryAfterMs)}`;
  return refused('address', retryAfterMs, reason);
}

/** The same words for an unknown account and a wrong secret. */
export function signInRefusal(retryAfterMs: number): Refused {
  return refused('sign-in', retryAfterMs, `Too many attempts to sign in have failed. ${again(retryAfterMs)}`);
}

function refused(limit: LimitName, retryAfterMs: number, reason: string): Refused {
  return { allowed: false, limit, retryAfterMs: Math.max(1, Math.ceil(retryAfterMs)), reason };
}

function calls(count: number): string {
  return count === 1 ? '1 call' : `${numbers.format(count)} calls`;
}

function again(ms: number): string {
  return `Try again in ${wait(ms)}.`;
}

/** Rounded up, so that whoever waits as told is not too early. */
function wait(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  if (seconds < 120) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 120) return `${minutes} minutes`;
  return `${Math.ceil(minutes / 60)} hours`;
}
