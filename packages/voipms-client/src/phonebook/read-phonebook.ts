import {
  type CallerIdFilter,
  type OperationOptions,
  type PhonebookEntry,
  type PhonebookGroup,
  TelephonyError,
} from '@voxolib/telephony';
import type { Session } from '../session.ts';
import { toEntry, toFilter, toGroup } from './wire-phonebook.ts';

export interface Read<Item> {
  items: Item[];
  receivedAt: Date;
}

const present = <Item>(item: Item | undefined) => item !== undefined;

export async function readGroups(session: Session, options: OperationOptions): Promise<Read<PhonebookGroup>> {
  const { rows, receivedAt } = await session.rows('getPhonebookGroups', {}, options);
  return { items: rows.map(toGroup).filter(present), receivedAt };
}

export async function readEntries(session: Session, options: OperationOptions): Promise<Read<PhonebookEntry>> {
  const { rows, receivedAt } = await session.rows('getPhonebook', {}, options);
  return { items: rows.map(toEntry).filter(present), receivedAt };
}

export async function readFilters(session: Session, options: OperationOptions): Promise<Read<CallerIdFilter>> {
  const { rows, receivedAt } = await session.rows('getCallerIDFiltering', {}, options);
  return { items: rows.map(toFilter).filter(present), receivedAt };
}

/** The API may look for a name within names, so names are compared here: whole, and without case. */
export function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/**
 * The group of an id (all digits) or of a name; undefined when there is none of the name.
 * @throws NOT_FOUND for an id that there is not; INVALID_INPUT that lists the ids when several groups have the name.
 */
export function groupOf(groups: readonly PhonebookGroup[], wanted: string): PhonebookGroup | undefined {
  const text = wanted.trim();
  const fail = (code: 'NOT_FOUND' | 'INVALID_INPUT', message: string) =>
    new TelephonyError(code, message, { provider: 'voipms', field: 'group' });
  if (/^\d+$/.test(text)) {
    const found = groups.find(({ id }) => id === text);
    if (found === undefined) throw fail('NOT_FOUND', `There is no phonebook group ${text}.`);
    return found;
  }
  const named = groups.filter(({ name }) => sameName(name, text));
  if (named.length > 1) {
    const ids = named.map(({ id }) => id).join(', ');
    throw fail('INVALID_INPUT', `Several phonebook groups have this name; give one by its id: ${ids}.`);
  }
  return named[0];
}
