import type { Grouping } from '@voxolib/telephony/reports';
import { orCoarser } from '../../budget.ts';

interface Ranking {
  order: 'desc' | 'asc';
  top?: number;
}

const coarserThan: Partial<Record<Grouping, Grouping>> = {
  day: 'week',
  week: 'month',
  month: 'quarter',
  quarter: 'year',
};

/**
 * An answer in groups that has coarser forms: the next longer groups in time, or half as many ranked ones. Each says what it is
 * and how to get the detail.
 */
export function coarserGroups<Answer extends { coarsened?: string | undefined }>(
  groupBy: readonly Grouping[],
  ranking: Ranking,
  compute: (groupBy: readonly Grouping[], ranking: Ranking) => Answer,
): Answer {
  const form = (by: readonly Grouping[], rank: Ranking): Answer => {
    const answer = compute(by, rank);
    const said =
      by === groupBy && rank === ranking ? answer : { ...answer, coarsened: sentence(groupBy, by, ranking, rank) };
    return orCoarser(said, () => {
      if (rank.top !== undefined)
        return rank.top > 1 ? form(by, { ...rank, top: Math.floor(rank.top / 2) }) : undefined;
      const index = by.findIndex((grouping) => coarserThan[grouping] !== undefined);
      const next = by[index] && coarserThan[by[index]];
      return next === undefined ? undefined : form(by.with(index, next), rank);
    });
  };
  return form(groupBy, ranking);
}

function sentence(asked: readonly Grouping[], given: readonly Grouping[], before: Ranking, now: Ranking): string {
  if (before.top !== now.top) {
    return `Cut to the first ${now.top} groups to fit max_tokens; rest holds the others. Raise max_tokens for all ${before.top}.`;
  }
  const from = asked.find((grouping, index) => grouping !== given[index]);
  const to = given.find((grouping, index) => grouping !== asked[index]);
  return `Grouped by ${to} instead of ${from} to fit max_tokens; totals are the same. For each ${from}, ask for a shorter period or raise max_tokens.`;
}
