import type { StatusFamilies } from '@voxolib/telephony/reports';
import type { z } from 'zod';
import type { Caller } from './caller.ts';
import type { ChangeSession } from './changes/session.ts';
import type { Toolset } from './choice.ts';
import { type Granted, grant, type Need } from './needs.ts';
import type { Scope } from './scopes.ts';

/** What a tool does to the vendor's account, with the four hints that MCP clients show and act upon. */
export interface Effects {
  readOnlyHint: boolean;
  destructiveHint: boolean;
  idempotentHint: boolean;
  openWorldHint: boolean;
}

/** Reads the caller's own account and changes nothing. */
export const READS: Effects = Object.freeze({
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
});

/** What every call brings along, whatever the tool needs. */
export interface CallContext {
  signal: AbortSignal;
  /** The clock that periods are resolved by. */
  now(): Date;
  scopes: ReadonlySet<Scope>;
  families: StatusFamilies;
  /** Largest size of the answer, in tokens. */
  maxTokens: number;
  /** Saves a file on the caller's own machine and gives its path; absent where that cannot be. */
  saveFile?: ((name: string, text: string) => Promise<string>) | undefined;
  /** For a call to a tool that changes something. */
  change?: ChangeSession | undefined;
  /** Tells a client that asked for it how far the work has come. */
  progress(done: number, total: number): void;
}

/** What `run` is given: what the tool needs, under its own name, and what every call brings along. */
export type ToolContext<Name extends Need> = Granted[Name] & CallContext;

export interface ToolDefinition<Name extends Need, Input extends z.ZodType, Output extends z.ZodType> {
  /** `snake_case`; the vendor's name first when only that vendor has it. */
  name: string;
  title: string;
  /** First what it does, then when to use it, then when not. Arguments are described in `input`. */
  description: string;
  /** What the tool is not offered without; also the toolset that users switch. */
  needs: Name;
  scope: Scope;
  /** Scopes that it needs besides. */
  alsoNeeds?: readonly Scope[];
  effects: Effects;
  input: Input;
  output: Output;
  /** Takes parsed input, returns data, throws TelephonyError. Builds no MCP content. */
  run(input: z.output<Input>, context: ToolContext<Name>): Promise<z.output<Output>>;
}

/** A tool whose types have been forgotten, as the list holds it. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly needs: Need;
  readonly scope: Scope;
  readonly alsoNeeds?: readonly Scope[];
  /** What making a change needs, where the tool makes one; a dry run of it needs `scope` alone. */
  readonly changeScope?: Scope;
  /** Absent: it is listed wherever it is offered. */
  readonly listedWith?: Toolset;
  readonly effects: Effects;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** Runs with input that `input` has parsed, for a caller who is granted what `needs` names. */
  run(input: unknown, caller: Caller, context: CallContext): Promise<object>;
}

/** Another name, with arguments of its own, for what a tool does. */
export interface OtherName extends Tool {
  /** The tool that does it. */
  readonly standsFor: string;
  readonly listedWith: Toolset;
}

/** Makes a tool of its definition. */
export function defineTool<Name extends Need, Input extends z.ZodType, Output extends z.ZodType<object>>(
  definition: ToolDefinition<Name, Input, Output>,
): Tool {
  return {
    ...definition,
    async run(input, caller, context) {
      const granted = grant(definition.needs, caller);
      if (granted === undefined) throw new Error(`${definition.name} ran without ${definition.needs}`);
      return definition.run(input as z.output<Input>, { ...context, ...granted });
    },
  };
}
