import type { MethodCall, Methods } from '../method.ts';
import { given, required } from '../parameters.ts';
import { type AccountState, idsIn, type Row } from '../state/account-state.ts';
import { StatusError } from '../status-error.ts';

export const phonebookGroupMethods: Methods = { getPhonebookGroups, setPhonebookGroup, delPhonebookGroup };

/** The group that an entry shows: the oldest one that lists it, though several may. */
export function groupOf(state: AccountState, entry: string): Row | undefined {
  return [...state.tables.phonebookGroups.values()].find((group) => idsIn(group.members).includes(entry));
}

/** Takes an entry out of the group that it shows and puts it into another one, or into none. */
export function putInGroup(state: AccountState, entry: string, group: string | undefined): void {
  const before = groupOf(state, entry);
  if (before !== undefined && before.phonebook_group !== group) {
    before.members = idsIn(before.members)
      .filter((id) => id !== entry)
      .join(';');
  }
  const row = group === undefined ? undefined : state.tables.phonebookGroups.get(group);
  if (row !== undefined) row.members = [...new Set([...idsIn(row.members), entry])].join(';');
}

/** Names are searched in, not compared. */
function getPhonebookGroups({ account, state, parameters }: MethodCall) {
  const id = given(parameters, 'group');
  const name = given(parameters, 'name')?.toLowerCase() ?? '';
  const groups = [...state.tables.phonebookGroups.values()].filter(
    (group) => (id === undefined || group.phonebook_group === id) && group.name?.toLowerCase().includes(name),
  );
  if (groups.length === 0) throw new StatusError('no_phonebook_group');
  return { [account.groupsKey]: groups };
}

/** Writes the whole group: members that are not given are none. Those that are no entries are left out. */
function setPhonebookGroup({ state, parameters }: MethodCall) {
  const given_id = given(parameters, 'group');
  if (given_id !== undefined && !state.tables.phonebookGroups.has(given_id)) throw new StatusError('invalid_phonebook');
  const name = required(parameters, 'name');
  const group = given_id ?? state.nextId();
  const members = idsIn(parameters.get('members')).filter((id) => state.tables.phonebook.has(id));
  state.tables.phonebookGroups.set(group, { phonebook_group: group, name, members: members.join(';') });
  return { group };
}

/** The entries stay. */
function delPhonebookGroup({ state, parameters }: MethodCall) {
  if (!state.tables.phonebookGroups.delete(required(parameters, 'group'))) throw new StatusError('invalid_phonebook');
  return {};
}
