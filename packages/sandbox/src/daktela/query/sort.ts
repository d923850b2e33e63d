import type { AnyModel, View } from '../model/model.ts';
import { pathOf, type Scalar } from './path.ts';
import { folded } from './text-match.ts';

export interface Sort {
  field: string;
  descending: boolean;
}

/**
 * Puts rows in order; those that are equal, and all without a sort, come in an order that says nothing.
 * Undefined where a field to sort by does not exist.
 */
export function sortRows(rows: readonly unknown[], model: AnyModel, sorts: readonly Sort[], view: View) {
  const columns: { values: readonly Scalar[]; sign: number }[] = [];
  for (const { field, descending } of sorts) {
    const path = pathOf(model, field, view);
    if (path === undefined) return undefined;
    const values = rows.map((row) => comparable(path.value(row)));
    columns.push({ values, sign: descending ? -1 : 1 });
  }
  const order = Uint32Array.from(rows, (_, place) => place);
  order.sort((a, b) => {
    for (const { values, sign } of columns) {
      const difference = compare(values[a] ?? null, values[b] ?? null);
      if (difference !== 0) return difference * sign;
    }
    return scatter(a) - scatter(b);
  });
  return Array.from(order, (place) => rows[place]);
}

function comparable(value: Scalar): Scalar {
  return typeof value === 'string' ? folded(value) : value;
}

/** As in SQL, null comes before everything. */
function compare(a: Scalar, b: Scalar): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}

function scatter(place: number): number {
  return Math.imul(place + 1, 0x9e3779b1) >>> 0;
}
