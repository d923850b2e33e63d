import type { CallerIdFilters, Phonebook } from '@voxolib/telephony';
import { toVendorNumber } from '../phone-number.ts';
import { preparedChange } from '../prepared-change.ts';
import type { Session } from '../session.ts';
import { ofNumber, planAdd } from './add-to-group.ts';
import { planBlock } from './block-number.ts';
import { readEntries, readFilters, readGroups, sameName } from './read-phonebook.ts';
import { planRemove } from './remove-from-group.ts';

/** Entries and groups; lists are read whole and looked through here, since the API has no filter by number and may take parts of names. */
export function phonebook(session: Session): Phonebook {
  return {
    async groups({ group, name } = {}, options = {}) {
      const { items, receivedAt } = await readGroups(session, options);
      const groups = items.filter(
        (one) => (group === undefined || one.id === group) && (name === undefined || sameName(one.name, name)),
      );
      return { groups, as_of: receivedAt.toISOString() };
    },
    async entries({ entry, name, group, group_name, number } = {}, options = {}) {
      const { items, receivedAt } = await readEntries(session, options);
      const wanted = number === undefined ? items : ofNumber(items, toVendorNumber(number).number);
      const members = await membersOf(group, group_name, options);
      const entries = wanted.filter(
        (one) =>
          (entry === undefined || one.id === entry) &&
          (name === undefined || sameName(one.name, name)) &&
          (members === undefined || members.has(one.id) || inGroup(one, group, group_name)),
      );
      return { entries, as_of: receivedAt.toISOString() };
    },
    prepareAdd: (request, options = {}) =>
      preparedChange(session, (given) => planAdd(session, request, given), options),
    prepareRemove: (request, options = {}) =>
      preparedChange(session, (given) => planRemove(session, request, given), options),
  };

  /** An entry is in a group by the group's list or by its own field; either is enough. */
  async function membersOf(
    group: string | undefined,
    name: string | undefined,
    options: Parameters<typeof readGroups>[1],
  ): Promise<ReadonlySet<string> | undefined> {
    if (group === undefined && name === undefined) return undefined;
    const { items } = await readGroups(session, options);
    const groups = items.filter(
      (one) => (group === undefined || one.id === group) && (name === undefined || sameName(one.name, name)),
    );
    return new Set(groups.flatMap(({ members }) => members));
  }
}

function inGroup(
  { group_id, group_name }: { group_id?: string | undefined; group_name?: string | undefined },
  group: string | undefined,
  name: string | undefined,
): boolean {
  return (
    (group === undefined || group_id === group) &&
    (name === undefined || ((group_name ?? '') !== '' && sameName(group_name ?? '', name)))
  );
}

export function callerIdFilters(session: Session): CallerIdFilters {
  return {
    async list({ filter, did } = {}, options = {}) {
      const { items, receivedAt } = await readFilters(session, options);
      const filters = items.filter(
        (one) => (filter === undefined || one.id === filter) && (did === undefined || one.did === did),
      );
      return { filters, as_of: receivedAt.toISOString() };
    },
    prepareBlock: (request, options = {}) =>
      preparedChange(session, (given) => planBlock(session, request, given), options),
  };
}
