import {
  type AddToGroup,
  type OperationOptions,
  type PhonebookEntry,
  type PhonebookGroup,
  TelephonyError,
} from '@voxolib/telephony';
import { comparable, toVendorNumber } from '../phone-number.ts';
import type { Planned, Step } from '../prepared-change.ts';
import type { Session } from '../session.ts';
import { groupOf, readEntries, readGroups } from './read-phonebook.ts';

const LONGEST_NOTE = 50;
const NEW_GROUP = '<id of the new group>';
const NEW_ENTRY = '<id of the new entry>';

/** A plan, and where its group can be found once the steps have been sent. */
export interface PlannedAdd extends Planned {
  /** Undefined until a group that did not exist has been made. */
  groupId(): string | undefined;
}

/**
 * Plans that a number is in a group: no second entry of a number that has one, and no second membership.
 * @throws NOT_FOUND for a group that does not exist and is not to be made.
 */
export async function planAdd(session: Session, request: AddToGroup, options: OperationOptions): Promise<PlannedAdd> {
  const { number, note: numberNote } = toVendorNumber(request.number);
  const note = checkedNote(request.note);
  const [{ items: groups }, { items: entries }] = [
    await readGroups(session, options),
    await readEntries(session, options),
  ];
  const group = groupOf(groups, request.group);
  if (group === undefined && request.create_group === false) throw noSuchGroup(groups);
  const candidates = ofNumber(entries, number);
  const has = group !== undefined && candidates.some((entry) => isIn(entry, group));
  let groupId = group?.id;
  let entryId: string | undefined;
  const steps: Step[] = [];

  if (group === undefined) {
    steps.push({
      method: 'setPhonebookGroup',
      params: { name: request.group.trim() },
      answered(data) {
        groupId = idIn(data.group);
      },
    });
  }
  const members = group?.members ?? [];
  const name = group?.name ?? request.group.trim();
  const [lowest] = candidates.toSorted((one, other) => Number(one.id) - Number(other.id));
  if (!has && lowest !== undefined) {
    const membership = { name, members: [...members, lowest.id].join(';') };
    steps.push({
      method: 'setPhonebookGroup',
      params: { group: groupId ?? NEW_GROUP, ...membership },
      send: async () => ({ group: await knownGroup(), ...membership }),
    });
  }
  if (!has && lowest === undefined) {
    const entry = { name: request.name?.trim() || number, number, ...(note !== undefined && { note }) };
    steps.push(
      {
        method: 'setPhonebook',
        params: { ...entry, group: groupId ?? NEW_GROUP },
        send: async () => ({ ...entry, group: await knownGroup() }),
        answered(data) {
          entryId = idIn(data.phonebook);
        },
      },
      {
        method: 'setPhonebookGroup',
        params: { group: groupId ?? NEW_GROUP, name, members: [...members, NEW_ENTRY].join(';') },
        send: missingMembership,
      },
    );
  }

  /** The id that was answered, or the one under which the group is listed now. */
  async function knownGroup(): Promise<string> {
    const listed = groupId ?? groupOf((await readGroups(session, { ...options, fresh: true })).items, name)?.id;
    if (listed === undefined) throw unfinished('group');
    groupId = listed;
    return listed;
  }

  /** VoIP.ms may have put the new entry into the group by itself; what is sent again then would be for nothing. */
  async function missingMembership() {
    const fresh = { ...options, fresh: true };
    const id = await knownGroup();
    const listed = ofNumber((await readEntries(session, fresh)).items, number);
    const made = listed.find((entry) => entry.id === entryId) ?? listed.at(-1);
    if (made === undefined) throw unfinished('entry');
    const now = (await readGroups(session, fresh)).items.find((one) => one.id === id);
    if (now === undefined) throw unfinished('group');
    if (now.members.includes(made.id)) return undefined;
    return { group: id, name: now.name, members: [...now.members, made.id].join(';') };
  }

  return {
    steps,
    before: { group: group ?? null, entries: candidates, in_group: has },
    after: { group: name, number, in_group: true },
    notes: numberNote === undefined ? [] : [numberNote],
    groupId: () => groupId,
  };
}

export function ofNumber(entries: readonly PhonebookEntry[], number: string): PhonebookEntry[] {
  return entries.filter((entry) => comparable(entry.number) === comparable(number));
}

export function isIn(entry: PhonebookEntry, group: PhonebookGroup): boolean {
  return group.members.includes(entry.id) || entry.group_id === group.id;
}

export function noSuchGroup(groups: readonly PhonebookGroup[]): TelephonyError {
  const names = groups.map(({ id, name }) => `${name} (${id})`).join(', ') || 'none';
  return new TelephonyError('NOT_FOUND', `There is no such phonebook group. There are: ${names}.`, {
    provider: 'voipms',
    field: 'group',
  });
}

function checkedNote(note: string | undefined): string | undefined {
  if (note === undefined || [...note].length <= LONGEST_NOTE) return note;
  throw new TelephonyError('INVALID_INPUT', `A note has at most ${LONGEST_NOTE} characters.`, {
    provider: 'voipms',
    field: 'note',
  });
}

/** A step was accepted, and what it made is not there. */
function unfinished(what: 'group' | 'entry'): TelephonyError {
  return new TelephonyError(
    'UNKNOWN_OUTCOME',
    `VoIP.ms accepted the new ${what} and does not list it. Look at the phonebook before any second try.`,
    { provider: 'voipms' },
  );
}

function idIn(value: unknown): string | undefined {
  const text = String(value ?? '').trim();
  return /^\d+$/.test(text) ? text : undefined;
}
