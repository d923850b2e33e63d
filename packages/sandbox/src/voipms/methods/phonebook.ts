import type { MethodCall, Methods } from '../method.ts';
import { given, required } from '../parameters.ts';
import { type AccountState, idsIn, type Row } from '../state/account-state.ts';
import { StatusError } from '../status-error.ts';
import { groupOf, putInGroup } from './phonebook-groups.ts';

const LONGEST_NOTE = 50;
const NUMBER = /^\d{3,15}$/;

export const phonebookMethods: Methods = { getPhonebook, setPhonebook, delPhonebook };

/** Names are searched in, not compared. There is no filter by number. */
function getPhonebook({ state, parameters }: MethodCall) {
  const id = given(parameters, 'phonebook');
  if (id !== undefined && !state.tables.phonebook.has(id)) throw new StatusError('invalid_phonebook');
  const name = given(parameters, 'name')?.toLowerCase() ?? '';
  const group = given(parameters, 'group');
  const groupName = given(parameters, 'group_name')?.toLowerCase() ?? '';
  const phonebooks = [...state.tables.phonebook.values()]
    .map((row) => withGroup(state, row))
    .filter(
      (row) =>
        (id === undefined || row.phonebook === id) &&
        (group === undefined || row.group === group) &&
        row.name?.toLowerCase().includes(name) &&
        row.group_name?.toLowerCase().includes(groupName),
    );
  if (phonebooks.length === 0) throw new StatusError('no_phonebook');
  return { phonebooks };
}

/** Writes the whole entry: what is not given becomes empty, the group included. */
function setPhonebook({ state, parameters }: MethodCall) {
  const given_id = given(parameters, 'phonebook');
  if (given_id !== undefined && !state.tables.phonebook.has(given_id)) throw new StatusError('invalid_phonebook');
  const name = required(parameters, 'name');
  const number = required(parameters, 'number');
  const note = parameters.get('note') ?? '';
  const group = given(parameters, 'group');
  const speed_dial = parameters.get('speed_dial') ?? '';
  if (!NUMBER.test(number) && !number.startsWith('sip:')) throw new StatusError('invalid_number');
  if (note.length > LONGEST_NOTE) throw new StatusError('note_toolong');
  if (group !== undefined && !state.tables.phonebookGroups.has(group)) throw new StatusError('invalid_phonebook');
  if (speed_dial !== '' && isTaken(state, speed_dial, given_id)) throw new StatusError('used_speed_dial');
  const phonebook = given_id ?? state.nextId();
  const callerid = parameters.get('callerid') ?? '';
  state.tables.phonebook.set(phonebook, { phonebook, speed_dial, name, number, callerid, note });
  putInGroup(state, phonebook, group);
  return { phonebook };
}

function delPhonebook({ state, parameters }: MethodCall) {
  const id = required(parameters, 'phonebook');
  if (!state.tables.phonebook.delete(id)) throw new StatusError('invalid_phonebook');
  for (const group of state.tables.phonebookGroups.values()) {
    group.members = idsIn(group.members)
      .filter((member) => member !== id)
      .join(';');
  }
  return {};
}

function withGroup(state: AccountState, row: Row): Row {
  const group = groupOf(state, row.phonebook ?? '');
  return { ...row, group: group?.phonebook_group ?? '', group_name: group?.name ?? '' };
}

function isTaken(state: AccountState, speedDial: string, except: string | undefined): boolean {
  return [...state.tables.phonebook.values()].some((row) => row.speed_dial === speedDial && row.phonebook !== except);
}
