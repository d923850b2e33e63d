import { TelephonyError } from '@voxolib/telephony';
import type { Need } from './needs.ts';
import { quote } from './text.ts';

/** The groups of tools that users switch, each with the needs that it covers. */
const needsOf = {
  reports: ['reports', 'minutes'],
  voxolib: ['voxolib'],
  voipms: ['voipms', 'voipmsPhonebook', 'voipmsRecordings'],
  'daktela.tickets': ['daktelaTickets'],
  'daktela.activities': ['daktelaActivities'],
  'daktela.calls': ['daktelaCalls'],
  'daktela.emails': ['daktelaEmails'],
  'daktela.chats': ['daktelaChats'],
  'daktela.crm': ['daktelaCrm'],
  'daktela.campaigns': ['daktelaCampaigns'],
  'daktela.reference': ['daktelaReference'],
  'daktela.realtime': ['daktelaRealtime'],
  'daktela.classic': [],
} as const satisfies Record<string, Need[]>;
export type Toolset = keyof typeof needsOf;
export const toolsets = Object.keys(needsOf) as Toolset[];

/** Toolsets of other names for what others hold already: only who asks for one by its whole name is shown it. */
const onlyByName: ReadonlySet<Toolset> = new Set(['daktela.classic']);

/** Every name by which toolsets can be chosen. `daktela` is all those that begin with it and a dot, but for other names of the same. */
export const toolsetNames: readonly string[] = [
  ...new Set(toolsets.flatMap((name) => [name.split('.', 1).join(), name])),
];

/** What a caller wants to see of what they may use. What is absent leaves nothing out. */
export interface Choice {
  toolsets?: ReadonlySet<Toolset> | undefined;
  /** Nothing that changes something, whatever else was chosen or granted. */
  readOnly?: boolean | undefined;
}

/** The toolset that a need belongs to. */
export function toolsetOf(need: Need): Toolset {
  const found = toolsets.find((name) => (needsOf[name] as readonly Need[]).includes(need));
  if (found === undefined) throw new Error(`${need} is in no toolset`);
  return found;
}

/**
 * Reads names that are separated by commas; undefined when there is none.
 * @throws INVALID_INPUT that lists the names there are; `field` is where they were given.
 */
export function readToolsets(text: string, field: string): ReadonlySet<Toolset> | undefined {
  const names = text
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean);
  const known = names.flatMap((name) => {
    const chosen = named(name);
    if (chosen.length > 0) return chosen;
    const all = toolsetNames.join(', ');
    throw new TelephonyError('INVALID_INPUT', `${field}: there is no toolset ${quote(name)}. There are: ${all}.`, {
      field,
    });
  });
  return known.length === 0 ? undefined : new Set(known);
}

function named(name: string): Toolset[] {
  return toolsets.filter((one) => one === name || (one.startsWith(`${name}.`) && !onlyByName.has(one)));
}

/** Both choices at once: of toolsets what is in both, and read-only when either is. */
export function bothChoices(one: Choice, other: Choice): Choice {
  const { toolsets: first } = one;
  const { toolsets: second } = other;
  const common = first && second ? new Set([...first].filter((name) => second.has(name))) : (first ?? second);
  return { toolsets: common, readOnly: Boolean(one.readOnly || other.readOnly) };
}
