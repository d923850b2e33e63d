import { Temporal } from 'temporal-polyfill';

/** A stretch of time during which a zone's clocks are not changed. It lasts until the next one begins. */
export interface OffsetSpan {
  /** Epoch milliseconds; minus infinity for the first. */
  from: number;
  /** How far its clocks are ahead of UTC, in milliseconds. */
  offset: number;
}

/** The spans of `start`…`end` (epoch milliseconds), in order. The first and the last also stand for whatever lies beyond. */
export function offsetSpans(tz: string, start: number, end: number): OffsetSpan[] {
  let at = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(tz);
  const spans = [{ from: Number.NEGATIVE_INFINITY, offset: offsetOf(at) }];
  for (;;) {
    const change = at.getTimeZoneTransition('next');
    if (change === null || change.epochMilliseconds > end) return spans;
    spans.push({ from: change.epochMilliseconds, offset: offsetOf(change) });
    at = change;
  }
}

function offsetOf(at: Temporal.ZonedDateTime): number {
  return at.offsetNanoseconds / 1_000_000;
}

/** Finds the offset at a time. Most calls lie in the same span as the one before, and the search starts there. */
export function offsetFinder(spans: readonly OffsetSpan[]): (time: number) => number {
  const starts = spans.map(({ from }) => from);
  const offsets = spans.map(({ offset }) => offset);
  let last = 0;
  return (time) => {
    while (last > 0 && time < (starts[last] ?? 0)) last -= 1;
    while (last < starts.length - 1 && time >= (starts[last + 1] ?? 0)) last += 1;
    return offsets[last] ?? 0;
  };
}
