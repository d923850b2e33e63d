import type { ChangePlan } from '@voxolib/telephony';
import { z } from 'zod';
import { clean } from '../foreign-text.ts';
import { Rows } from '../page.ts';

/** What every changing tool answers: what would be sent or was, and what was there before and is after. */
export const ChangeAnswer = z.object({
  status: z
    .enum(['dry_run', 'confirmation_needed', 'done', 'unchanged', 'declined'])
    .describe('Only done means that something was changed'),
  steps: Rows,
  before: z.looseObject({}),
  after: z.looseObject({}),
  notes: z.array(z.string()),
  confirmation: z.string().optional(),
  idempotency_key: z.string().optional(),
  repeated: z.boolean().optional(),
  warnings: z.array(z.string()).optional(),
});
export type ChangeAnswer = z.infer<typeof ChangeAnswer>;

/** A plan as an answer holds it: parameters one by one, so that an empty one is seen, and no text that is more than text. */
export function planAnswer(
  plan: ChangePlan,
  facts: Pick<ChangeAnswer, 'status'> & Partial<ChangeAnswer>,
  notes: readonly string[] = [],
): ChangeAnswer {
  const { steps, before, after } = plan;
  return clean({
    ...facts,
    steps: steps.map(({ method, params }) => ({
      method,
      params: Object.entries(params).map(([name, value]) => ({ name, value })),
    })),
    before,
    after,
    notes: [...notes, ...plan.notes],
  }) as ChangeAnswer;
}
