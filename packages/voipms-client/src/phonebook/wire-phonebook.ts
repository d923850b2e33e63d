import type { CallerIdFilter, PhonebookEntry, PhonebookGroup } from '@voxolib/telephony';
import { toE164 } from '../phone-number.ts';
import type { WireRow } from '../rows.ts';
import { readText } from '../scalars.ts';

/** A group's members are ids between semicolons; some accounts have empty ones and repeats between them. */
export function toGroup(row: WireRow): PhonebookGroup | undefined {
  const id = readText(row.phonebook_group) ?? readText(row.group);
  if (id === null) return undefined;
  return { id, name: readText(row.name) ?? '', members: membersIn(readText(row.members) ?? '') };
}

function membersIn(text: string): string[] {
  const ids = text.split(';').map((id) => id.trim());
  return [...new Set(ids.filter(Boolean))];
}

export function toEntry(row: WireRow): PhonebookEntry | undefined {
  const id = readText(row.phonebook);
  if (id === null) return undefined;
  const number = readText(row.number) ?? '';
  const texts = {
    caller_id: readText(row.callerid),
    speed_dial: readText(row.speed_dial),
    note: readText(row.note),
    group_id: readText(row.group),
    group_name: readText(row.group_name),
  };
  const present = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== null));
  return { id, name: readText(row.name) ?? '', number: toE164(number), ...present };
}

const FAILOVERS = ['failover_unreachable', 'failover_busy', 'failover_noanswer'] as const;

export function toFilter(row: WireRow): CallerIdFilter | undefined {
  const id = readText(row.filtering) ?? readText(row.filter);
  if (id === null) return undefined;
  const pattern = readText(row.callerid) ?? '';
  const group = /^p:(\d+)$/.exec(pattern)?.[1];
  const note = readText(row.note);
  const failovers = FAILOVERS.flatMap((name) => {
    const route = readText(row[name]);
    return route === null || route === 'none:' ? [] : [[name.replace('failover_', ''), route] as const];
  });
  return {
    id,
    pattern,
    ...(group !== undefined && { group_id: group }),
    did: readText(row.did) ?? 'all',
    routing: readText(row.routing) ?? 'none:',
    ...(failovers.length > 0 && { failovers: Object.fromEntries(failovers) }),
    ...(note !== null && { note }),
  };
}
