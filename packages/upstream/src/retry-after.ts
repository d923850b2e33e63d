const SECONDS = /^\d{1,9}$/;
const HTTP_DATE = /^(Mon|Tues?|Wed(nes)?|Thu(rs)?|Fri|Sat(ur)?|Sun)(day)?,? .*\d\d:\d\d:\d\d( GMT| \d{4})$/;
const LONGEST = 24 * 60 * 60 * 1000;

/**
 * How long a `Retry-After` asks to wait, in milliseconds and at most a day. It comes as seconds or as one of HTTP's
 * three forms of a date; anything else is undefined, as if it were absent.
 */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (SECONDS.test(text)) return Math.min(Number(text) * 1000, LONGEST);
  if (!HTTP_DATE.test(text)) return undefined;
  const at = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
  return Number.isNaN(at) ? undefined : Math.min(Math.max(0, at - now), LONGEST);
}
