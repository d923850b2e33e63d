/** What may be known of an answer outside of it: sizes and dates, no figure. */
export interface AnswerFacts {
  /** The text and the data together. */
  bytes: number;
  /** How many rows its longest list has; absent where it has none. */
  rows?: number;
  /** The periods that it lacks, as `2026-03-01/2026-03-31`. */
  missing?: string[];
}

const NO_ROWS = new Set(['warnings', 'missing']);

export function answerFacts(data: object, bytes: number): AnswerFacts {
  const lengths = Object.entries(data).flatMap(([name, part]) =>
    Array.isArray(part) && !NO_ROWS.has(name) ? [part.length] : [],
  );
  const missing = 'missing' in data && Array.isArray(data.missing) ? data.missing.flatMap(periodOf) : [];
  return {
    bytes,
    ...(lengths.length > 0 && { rows: Math.max(...lengths) }),
    ...(missing.length > 0 && { missing }),
  };
}

function periodOf(part: unknown): string[] {
  if (typeof part !== 'object' || part === null || !('start_date' in part) || !('end_date' in part)) return [];
  return [`${part.start_date}/${part.end_date}`];
}
