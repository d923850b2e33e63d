import type { Period } from '@voxolib/telephony';
import { z } from 'zod';
import { callRows } from '../instant-account.ts';

const CallResult = z.object({
  isError: z.literal(false).optional(),
  structuredContent: z.object({ totals: z.object({ total: z.int() }) }),
});
const ListResult = z.object({ tools: z.array(z.object({ name: z.string() })) });

/** Whether a result is the report of the period. */
export function reportHolds(period: Period): (result: unknown) => boolean {
  const total = callRows(period).reduce((sum, row) => sum + row.total, 0);
  return (result) => CallResult.safeParse(result).data?.structuredContent.totals.total === total;
}

/** Whether a result is a list of that many tools. */
export function listHolds(count: number): (result: unknown) => boolean {
  return (result) => ListResult.safeParse(result).data?.tools.length === count;
}
