/** A stretch of a text that is about somebody, by the key of whom or what it names. */
export interface Span {
  start: number;
  end: number;
  key: string;
}

/** Of spans that overlap, those of the earlier list; within a list, those that come first. In the order of the text. */
export function withoutOverlap(lists: readonly (readonly Span[])[]): Span[] {
  const spans = lists.flat();
  const length = spans.reduce((most, { end }) => Math.max(most, end), 0);
  const taken = new Uint8Array(length);
  return spans
    .filter(({ start, end }) => {
      const free = !taken.subarray(start, end).includes(1);
      if (free) taken.fill(1, start, end);
      return free;
    })
    .sort((one, other) => one.start - other.start);
}

/** The text with each span put into other words. */
export function replaceSpans(text: string, spans: readonly Span[], wordsFor: (span: Span) => string): string {
  let place = 0;
  const pieces: string[] = [];
  for (const span of spans) {
    pieces.push(text.slice(place, span.start), wordsFor(span));
    place = span.end;
  }
  return pieces.join('') + text.slice(place);
}
