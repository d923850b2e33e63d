import type { Caller } from './caller.ts';
import { grant } from './needs.ts';
import type { Scope } from './scopes.ts';
import type { Tool } from './tool.ts';

/** What a call to a tool needs and does, as its arguments say. */
export interface CalledTool {
  name: string;
  /** The scope that the call is recorded under, and every scope that it needs. */
  scope: Scope;
  scopes: readonly Scope[];
  /** Whether it may change something. A dry run changes nothing. */
  changes: boolean;
  /** Whether the caller has an account that it could ask. */
  connected: boolean;
}

/** Judges a call before it is parsed: only the boolean false takes it for more than a dry run. */
export function calledTool(tool: Tool, given: unknown, caller: Caller): CalledTool {
  const { name, scope, alsoNeeds = [], changeScope, effects, needs } = tool;
  const real = typeof given === 'object' && given !== null && Reflect.get(given, 'dry_run') === false;
  const changes = changeScope === undefined ? !effects.readOnlyHint : real;
  return {
    name,
    scope: changes ? (changeScope ?? scope) : scope,
    scopes: [scope, ...alsoNeeds, ...(changes && changeScope !== undefined ? [changeScope] : [])],
    changes,
    connected: grant(needs, caller) !== undefined,
  };
}
