import { Temporal } from 'temporal-polyfill';

const YEARS = 3;

/** A time from one instant up to, but not including, another, in epoch milliseconds. */
export interface Span {
  from: number;
  to: number;
}

/** What is kept at `now`: the last three years. A call is there from the moment that it starts. */
export function historyAt(now: Date): Span {
  const end = Temporal.Instant.fromEpochMilliseconds(now.getTime());
  const start = end.toZonedDateTimeISO('UTC').subtract({ years: YEARS });
  return { from: start.epochMilliseconds, to: end.epochMilliseconds };
}

/** The part of `span` that lies within `limits`. It is empty, `from` = `to`, when they do not meet. */
export function within(span: Span, limits: Span): Span {
  const from = Math.max(span.from, limits.from);
  return { from, to: Math.max(from, Math.min(span.to, limits.to)) };
}
