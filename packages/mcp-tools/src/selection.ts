import type { Caller } from './caller.ts';
import { grant, type Need } from './needs.ts';
import type { Scope } from './scopes.ts';

/** What something is not offered without. Absent: it is offered to everybody. */
export interface Requirements {
  readonly needs?: Need;
  readonly scope?: Scope;
}

/** What keeps something from a caller: no connected account that it could ask, or a scope. */
export type Obstacle = { lacks: 'account' } | { lacks: 'scope'; scope: Scope };

/** What keeps something from a caller; `undefined` when it is offered. */
export function obstacleTo({ needs, scope }: Requirements, caller: Caller): Obstacle | undefined {
  if (needs !== undefined && grant(needs, caller) === undefined) return { lacks: 'account' };
  if (scope !== undefined && !caller.scopes.has(scope)) return { lacks: 'scope', scope };
  return undefined;
}

/** Why something is not offered to a caller, in words for the caller; `undefined` when it is. */
export function whyNotOffered(requirements: Requirements, caller: Caller): string | undefined {
  const obstacle = obstacleTo(requirements, caller);
  if (obstacle === undefined) return undefined;
  return obstacle.lacks === 'account'
    ? 'no account is connected that it could ask'
    : `it needs the scope ${obstacle.scope}, which this caller does not have`;
}
