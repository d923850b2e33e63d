import type { FigureCell } from './compare.ts';
import type { ProductMinutes } from './minutes-stats.ts';
import type { ProductReport } from './product-report.ts';
import { familyOf, type StatusFamilies } from './status-family.ts';
import { addToTally, emptyTally } from './tally.ts';

/** Calls as figures that can be compared: a cell for each status of each day, so that they can be grouped by it. */
export function toCallCells(reports: readonly ProductReport[], families: StatusFamilies): FigureCell[] {
  return reports.flatMap(({ product, report }) =>
    report.days.flatMap(({ date, total, status_breakdown }) => {
      const statuses = Object.entries(status_breakdown);
      const classified = statuses.reduce((sum, [, calls]) => sum + calls, 0);
      const cells = statuses.map(([status, calls]): FigureCell => {
        const value = emptyTally();
        addToTally(value, { total: calls, status_breakdown: Object.fromEntries([[status, calls]]) }, families);
        return { date, product, status, family: familyOf(status, families), value };
      });
      if (total <= classified) return cells;
      const value = { ...emptyTally(), calls: total - classified, other: total - classified };
      return [...cells, { date, product, status: '(none)', family: 'other', value }];
    }),
  );
}

/** Minutes as figures that can be compared. */
export function toMinuteCells(reports: readonly ProductMinutes[]): FigureCell[] {
  return reports.flatMap(({ product, report }) => report.days.map(({ date, ...value }) => ({ date, product, value })));
}
