import type { LongReport } from './long-report.ts';
import type { ProductMinutes } from './minutes-stats.ts';
import type { ProductReport } from './product-report.ts';
import { families, type StatusFamilies } from './status-family.ts';
import { addToTally, emptyTally } from './tally.ts';

/** The same rows twice: as lines of cells under headings, and as objects. */
interface ExportTable {
  headings: string[];
  lines: (string | number)[][];
  records: object[];
}

/** A status has the name of a family often enough; with this before it, no two columns are called the same. */
const STATUS_PREFIX = 'status_';

/** `total` and the families count as `call_stats` does, and add up; the statuses after them are the vendor's own. */
export function callTable(reports: readonly ProductReport[], table: StatusFamilies): ExportTable {
  const rows = byDate(reports).map(({ product, day }) => {
    const tally = emptyTally();
    addToTally(tally, day, table);
    return { product, day, tally };
  });
  const statuses = [...new Set(rows.flatMap(({ day }) => Object.keys(day.status_breakdown)))].sort();
  return {
    headings: ['date', 'product', 'total', ...families, ...statuses.map((status) => STATUS_PREFIX + status)],
    lines: rows.map(({ product, day, tally }) => {
      const counts = new Map(Object.entries(day.status_breakdown));
      const byFamily = families.map((family) => tally[family]);
      return [day.date, product, tally.calls, ...byFamily, ...statuses.map((status) => counts.get(status) ?? 0)];
    }),
    records: rows.map(({ product, day, tally: { calls, ...byFamily } }) => {
      return { date: day.date, product, total: calls, ...byFamily, status_breakdown: day.status_breakdown };
    }),
  };
}

export function minutesTable(reports: readonly ProductMinutes[]): ExportTable {
  const rows = byDate(reports).map(({ product, day: { date, fixed, mobile, intl, billable } }) => {
    return { date, product, fixed, mobile, intl, billable };
  });
  return {
    headings: ['date', 'product', 'fixed', 'mobile', 'intl', 'billable'],
    lines: rows.map((row) => Object.values(row)),
    records: rows,
  };
}

/** The days of all products, by date; on each date the products in their given order. */
function byDate<Day extends { date: string }>(reports: readonly { product: string; report: LongReport<Day> }[]) {
  const rows = reports.flatMap(({ product, report }) => report.days.map((day) => ({ product, day })));
  return rows.sort((a, b) => (a.day.date < b.day.date ? -1 : a.day.date > b.day.date ? 1 : 0));
}
