import { type InputRequiredResult, inputRequired } from '@modelcontextprotocol/server';
import type { ChangePlan } from '@voxolib/telephony';
import { z } from 'zod';
import { clean } from '../foreign-text.ts';

/** What the person types or clicks. */
export const Reply = z.object({
  confirm: z.boolean().describe('Yes makes the change; no leaves everything as it is'),
});

/** The name under which the question goes and its reply comes back. */
export const REPLY = 'confirm_change';

/** A question to the person behind the client, in the place of an answer. */
export class Question {
  readonly message: string;
  readonly state: string;

  constructor(title: string, plan: ChangePlan, state: string) {
    this.message = messageOf(title, plan);
    this.state = state;
  }

  toResult(): InputRequiredResult {
    const ask = inputRequired.elicit({ message: this.message, requestedSchema: Reply });
    return inputRequired({ inputRequests: { [REPLY]: ask }, requestState: this.state });
  }
}

function messageOf(title: string, { steps, before, after, notes }: ChangePlan): string {
  const lines = [
    `${title}: make this change?`,
    ...steps.map(({ method, params }, index) => `${index + 1}. ${method} ${JSON.stringify(clean(params))}`),
    `Before: ${JSON.stringify(clean(before))}`,
    `After: ${JSON.stringify(clean(after))}`,
    ...notes.map((note) => String(clean(note))),
  ];
  return lines.join('\n');
}
