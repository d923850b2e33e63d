import { z } from 'zod';
import { AsOf, Warnings } from '../call-report.ts';
import type { OperationOptions } from '../operation-options.ts';
import { Money } from './money.ts';

/** What is left on a prepaid account, and what it has spent where the vendor says so. */
export const BalanceReport = z.object({
  balance: Money,
  spent_total: Money.optional(),
  spent_today: Money.optional(),
  calls_total: z.int().optional(),
  calls_today: z.int().optional(),
  talk_s_total: z.int().optional().describe('Seconds of all calls'),
  talk_s_today: z.int().optional().describe("Seconds of today's calls"),
  as_of: AsOf,
  warnings: Warnings,
});
export type BalanceReport = z.infer<typeof BalanceReport>;

export interface Balance {
  read(options?: OperationOptions): Promise<BalanceReport>;
}
