import type { Caller } from './caller.ts';
import { type Toolset, toolsetOf } from './choice.ts';
import type { Language, Words } from './language.ts';
import { grant, type Need } from './needs.ts';
import type { Scope } from './scopes.ts';

/** What something is not offered without. Absent: it is offered to everybody. */
export interface Requirements {
  readonly needs?: Need;
  readonly scope?: Scope;
  readonly alsoNeeds?: readonly Scope[];
  readonly effects?: { readonly readOnlyHint: boolean };
  /** The toolset with which something is listed that may be called without it. */
  readonly listedWith?: Toolset;
}

/** What keeps something from a caller: their own choice, no connected account that it could ask, or a scope. */
type Obstacle = { lacks: 'toolset' | 'account' | 'changes' } | { lacks: 'scope'; scope: Scope };

/** What keeps something from a caller; `undefined` when it is offered. */
function obstacleTo(requirements: Requirements, caller: Caller): Obstacle | undefined {
  const { needs, scope, alsoNeeds = [], effects } = requirements;
  const { readOnly } = caller.choice ?? {};
  if (readOnly && effects?.readOnlyHint === false) return { lacks: 'changes' };
  if (!isChosen(requirements, caller)) return { lacks: 'toolset' };
  if (needs !== undefined && grant(needs, caller) === undefined) return { lacks: 'account' };
  const lacking = [...(scope === undefined ? [] : [scope]), ...alsoNeeds].find((one) => !caller.scopes.has(one));
  return lacking === undefined ? undefined : { lacks: 'scope', scope: lacking };
}

function isChosen({ needs, listedWith }: Requirements, { choice: { toolsets } = {} }: Caller): boolean {
  if (needs === undefined || toolsets === undefined || toolsets.has(toolsetOf(needs))) return true;
  return listedWith !== undefined && toolsets.has(listedWith);
}

/** Whether something that is offered to a caller is in the lists too. Other names for the same are only where they were asked for. */
export function isListed(requirements: Requirements, caller: Caller): boolean {
  const { listedWith } = requirements;
  if (listedWith !== undefined && caller.choice?.toolsets?.has(listedWith) !== true) return false;
  return obstacleTo(requirements, caller) === undefined;
}

/** Why something is not offered to a caller, in words for the caller; `undefined` when it is. */
export function whyNotOffered(
  requirements: Requirements,
  caller: Caller,
  language: Language = 'en',
): string | undefined {
  const obstacle = obstacleTo(requirements, caller);
  if (obstacle === undefined) return undefined;
  if (obstacle.lacks === 'scope') return lacksScope[language].replace('%s', obstacle.scope);
  return reasons[obstacle.lacks][language];
}

const reasons: Record<Exclude<Obstacle['lacks'], 'scope'>, Words> = {
  toolset: {
    en: 'its toolset was not chosen for this connection',
    fr: 'son groupe d’outils n’a pas été choisi pour cette connexion',
  },
  account: {
    en: 'no account is connected that it could ask',
    fr: 'aucun compte à interroger n’est connecté',
  },
  changes: {
    en: 'it changes something, and this connection is for reading alone',
    fr: 'il modifie quelque chose, et cette connexion est en lecture seule',
  },
};

const lacksScope: Words = {
  en: 'it needs the scope %s, which this caller does not have',
  fr: 'il faut le droit %s, que cet appelant n’a pas',
};
