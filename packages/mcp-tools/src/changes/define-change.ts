import type { PreparedChange } from '@voxolib/telephony';
import { z } from 'zod';
import { grant, type Need } from '../needs.ts';
import type { Scope } from '../scopes.ts';
import type { Effects, Tool, ToolContext } from '../tool.ts';
import { ChangeAnswer } from './change-answer.ts';
import { runChange } from './run-change.ts';

/** Adds to what is there and takes nothing away. */
export const CREATES: Effects = Object.freeze({
  readOnlyHint: false,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
});

/** Takes away or replaces what is there. */
export const CHANGES: Effects = Object.freeze({ ...CREATES, destructiveHint: true });

/** Sends something to somebody; twice is twice. */
export const SENDS: Effects = Object.freeze({ ...CREATES, idempotentHint: false, openWorldHint: true });

/** Arguments that every changing tool has beside its own. */
const changeInput = {
  // Whatever is not the boolean false, a text "false" too, changes nothing.
  dry_run: z.boolean().catch(true).describe('Only the boolean false makes the change; otherwise a plan is answered'),
  confirmation: z
    .string()
    .max(2000)
    .optional()
    .describe('confirmation of the answer before, once the person agreed to its plan; same arguments'),
  idempotency_key: z.string().min(8).max(200).optional().describe('Makes repeated calls one change'),
};

export interface ChangeDefinition<Name extends Need, Shape extends z.ZodRawShape> {
  /** As for every tool; the description need not speak of dry runs. */
  name: string;
  title: string;
  description: string;
  needs: Name;
  /** What a plan needs. */
  scope: Scope;
  /** What making the change needs. */
  changeScope: Scope;
  effects: Effects;
  input: Shape;
  /** Plans the change from what is there now, and changes nothing. */
  prepare(input: z.output<z.ZodObject<Shape>>, context: ToolContext<Name>): Promise<PreparedChange>;
}

/** Makes a tool that changes something: dry run unless told otherwise, confirmed by the person, made once, never sent again. */
export function defineChange<Name extends Need, Shape extends z.ZodRawShape>(
  definition: ChangeDefinition<Name, Shape>,
): Tool {
  const { prepare, input, ...described } = definition;
  const tool = {
    ...described,
    input: z.strictObject({ ...input, ...changeInput }),
    output: ChangeAnswer,
  };
  return {
    ...tool,
    run(given, caller, context) {
      const granted = grant(definition.needs, caller);
      if (granted === undefined) throw new Error(`${definition.name} ran without ${definition.needs}`);
      const { dry_run, confirmation, idempotency_key, ...request } = given as z.output<z.ZodObject<typeof changeInput>>;
      const own = request as z.output<z.ZodObject<Shape>>;
      return runChange({
        tool,
        subject: caller.subject,
        scopes: caller.scopes,
        request,
        control: { dryRun: dry_run, confirmation, idempotencyKey: idempotency_key },
        session: context.change,
        signal: context.signal,
        prepare: () => prepare(own, { ...context, ...granted }),
      });
    },
  };
}
