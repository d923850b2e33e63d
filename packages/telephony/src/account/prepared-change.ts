import { z } from 'zod';
import type { OperationOptions } from '../operation-options.ts';

/** A request that would be sent. Its parameters are as they would go, but for secrets. */
export const ChangeStep = z.object({ method: z.string(), params: z.record(z.string(), z.string()) });
export type ChangeStep = z.infer<typeof ChangeStep>;

/** What is there before or after a change: the part of the account that it touches, as plain data. */
export const ChangeState = z.record(z.string(), z.unknown());
export type ChangeState = z.infer<typeof ChangeState>;

/** What a change would send, in order, and what it would make of what is there. */
export const ChangePlan = z.object({
  steps: z.array(ChangeStep),
  before: ChangeState,
  after: ChangeState,
  unchanged: z.boolean().describe('True when it is already as wanted and nothing would be sent'),
  notes: z.array(z.string()),
});
export type ChangePlan = z.infer<typeof ChangePlan>;

/** What was there before and what the vendor gives after the change. */
export interface ChangeOutcome {
  before: ChangeState;
  after: ChangeState;
  warnings?: string[];
}

/**
 * A change that has been planned and not yet made. `apply` reads again first, and throws CONFLICT when what is there is no longer
 * the plan's `before`. When no answer comes to what was sent it throws UNKNOWN_OUTCOME, and is not to be repeated.
 */
export interface PreparedChange {
  readonly plan: ChangePlan;
  apply(options?: OperationOptions): Promise<ChangeOutcome>;
}
