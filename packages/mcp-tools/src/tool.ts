import type { z } from 'zod';
import type { Connections } from './caller.ts';
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

/** What `run` is given: the connection that the tool needs, under its own name, and the call's signal. */
export type ToolContext<Need extends keyof Connections> = Pick<Connections, Need> & { signal: AbortSignal };

export interface ToolDefinition<Need extends keyof Connections, Input extends z.ZodType, Output extends z.ZodType> {
  /** `snake_case`; the vendor's name first when only that vendor has it. */
  name: string;
  title: string;
  /** First what it does, then when to use it, then when not. Arguments are described in `input`. */
  description: string;
  /** The connection without which the tool is not offered; also the toolset that users switch. */
  needs: Need;
  scope: Scope;
  effects: Effects;
  input: Input;
  output: Output;
  /** Takes parsed input, returns data, throws TelephonyError. Builds no MCP content. */
  run(input: z.output<Input>, context: ToolContext<Need>): Promise<z.output<Output>>;
}

/** A tool whose types have been forgotten, as the list holds it. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly needs: keyof Connections;
  readonly scope: Scope;
  readonly effects: Effects;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** Runs with input that `input` has parsed, and connections that hold what `needs` names. */
  run(input: unknown, connections: Partial<Connections>, signal: AbortSignal): Promise<object>;
}

/** Makes a tool of its definition. */
export function defineTool<Need extends keyof Connections, Input extends z.ZodType, Output extends z.ZodType<object>>(
  definition: ToolDefinition<Need, Input, Output>,
): Tool {
  return {
    ...definition,
    run(input, connections, signal) {
      const connection = connections[definition.needs];
      if (connection === undefined) throw new Error(`${definition.name} ran without ${definition.needs}`);
      const context = { [definition.needs]: connection, signal } as ToolContext<Need>;
      return definition.run(input as z.output<Input>, context);
    },
  };
}
