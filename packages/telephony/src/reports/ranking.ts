/** How the rows of an answer are ordered and cut. */
export interface Ranking<Row> {
  /** Highest first by this figure; the groups' own order without it. A row whose figure is null comes last. */
  by?: (row: Row) => number | null;
  order?: 'desc' | 'asc';
  /** Keep so many rows. */
  top?: number;
  /** Rows that do not pass take no part in the ranking, and count among the rest. */
  eligible?: (row: Row) => boolean;
}

/** Orders rows and splits them into those that are kept and the rest. Nothing is lost between the two. */
export function rank<Row>(rows: readonly Row[], ranking: Ranking<Row>): { kept: Row[]; rest: Row[] } {
  const { by, order = 'desc', top, eligible = () => true } = ranking;
  const ranked = rows.filter(eligible);
  const rest = rows.filter((row) => !eligible(row));
  if (by !== undefined) {
    const direction = order === 'desc' ? -1 : 1;
    ranked.sort((a, b) => {
      const [first, second] = [by(a), by(b)];
      if (first === null || second === null) return first === second ? 0 : first === null ? 1 : -1;
      return direction * (first - second);
    });
  }
  if (top === undefined || top >= ranked.length) return { kept: ranked, rest };
  return { kept: ranked.slice(0, top), rest: [...ranked.slice(top), ...rest] };
}
