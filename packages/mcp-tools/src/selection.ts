import type { Caller } from './caller.ts';
import type { Language, Words } from './language.ts';
import { grant, type Need } from './needs.ts';
import type { Scope } from './scopes.ts';

/** What something is not offered without. Absent: it is offered to everybody. */
export interface Requirements {
  readonly needs?: Need;
  readonly scope?: Scope;
}

/** What keeps something from a caller: no connected account that it could ask, or a scope. */
type Obstacle = { lacks: 'account' } | { lacks: 'scope'; scope: Scope };

/** What keeps something from a caller; `undefined` when it is offered. */
function obstacleTo({ needs, scope }: Requirements, caller: Caller): Obstacle | undefined {
  if (needs !== undefined && grant(needs, caller) === undefined) return { lacks: 'account' };
  if (scope !== undefined && !caller.scopes.has(scope)) return { lacks: 'scope', scope };
  return undefined;
}

/** Why something is not offered to a caller, in words for the caller; `undefined` when it is. */
export function whyNotOffered(
  requirements: Requirements,
  caller: Caller,
  language: Language = 'en',
): string | undefined {
  const obstacle = obstacleTo(requirements, caller);
  if (obstacle === undefined) return undefined;
  if (obstacle.lacks === 'account') return noAccount[language];
  return lacksScope[language].replace('%s', obstacle.scope);
}

const noAccount: Words = {
  en: 'no account is connected that it could ask',
  fr: 'aucun compte à interroger n’est connecté',
};

const lacksScope: Words = {
  en: 'it needs the scope %s, which this caller does not have',
  fr: 'il faut le droit %s, que cet appelant n’a pas',
};
