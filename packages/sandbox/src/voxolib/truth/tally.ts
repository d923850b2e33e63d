import { type Call, LINE_KINDS, type LineKind, type Product } from './call.ts';
import { STATUSES } from './outcomes.ts';

/** What calls add up to: how many by status, and their seconds. Packed, because there are many. */
export type Tally = Float64Array | Uint32Array;

const LINES = LINE_KINDS.length;

export function tallySize(product: Product): number {
  return STATUSES[product].length + LINES + 1;
}

/** Adds a call to the tally that starts at `offset`. */
export function addCall(product: Product, tally: Tally, call: Call, offset = 0): void {
  const statuses = STATUSES[product];
  increase(tally, offset + statuses.indexOf(call.status), 1);
  increase(tally, offset + statuses.length + LINE_KINDS.indexOf(call.line), call.duration_s);
  increase(tally, offset + statuses.length + LINES, call.billable_s);
}

/** Adds the tally that starts at `offset` of `others`. */
export function addTally(tally: Tally, others: Tally, offset: number): void {
  for (let index = 0; index < tally.length; index++) increase(tally, index, others[offset + index] ?? 0);
}

/** Calls by status, without the statuses that no call has. */
export function statusCounts(product: Product, tally: Tally): Record<string, number> {
  const counts = STATUSES[product].map((status, index) => [status, tally[index] ?? 0] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

export function seconds(product: Product, tally: Tally): Record<LineKind | 'billable', number> {
  const at = (index: number) => tally[STATUSES[product].length + index] ?? 0;
  return { fixed: at(0), mobile: at(1), intl: at(2), billable: at(LINES) };
}

function increase(tally: Tally, index: number, by: number): void {
  tally[index] = (tally[index] ?? 0) + by;
}
