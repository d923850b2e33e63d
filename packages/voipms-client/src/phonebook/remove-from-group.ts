import type { OperationOptions, PhonebookEntry, RemoveFromGroup } from '@voxolib/telephony';
import { comparable, toVendorNumber } from '../phone-number.ts';
import type { Planned, Step } from '../prepared-change.ts';
import type { Session } from '../session.ts';
import { isIn, noSuchGroup, ofNumber } from './add-to-group.ts';
import { groupOf, readEntries, readGroups } from './read-phonebook.ts';

/**
 * Plans that a number is no longer in a group: every entry of it leaves, also where there are several.
 * @throws NOT_FOUND for a group that does not exist.
 */
export async function planRemove(
  session: Session,
  request: RemoveFromGroup,
  options: OperationOptions,
): Promise<Planned> {
  const { number, note } = toVendorNumber(request.number);
  const { items: groups } = await readGroups(session, options);
  const group = groupOf(groups, request.group);
  if (group === undefined) throw noSuchGroup(groups);
  const candidates = ofNumber((await readEntries(session, options)).items, number);
  const leaving = candidates.filter((entry) => isIn(entry, group));
  const ids = leaving.map(({ id }) => id);
  const steps: Step[] = [];

  if (group.members.some((id) => ids.includes(id))) {
    const members = group.members.filter((id) => !ids.includes(id)).join(';');
    steps.push({ method: 'setPhonebookGroup', params: { group: group.id, name: group.name, members } });
  }
  for (const entry of leaving) {
    if (request.delete_entry === true) {
      steps.push({ method: 'delPhonebook', params: { phonebook: entry.id } });
    } else if (entry.group_id === group.id) {
      const params = withoutGroup(entry);
      steps.push({ method: 'setPhonebook', params, send: () => stillListed(entry, params) });
    }
  }

  /** The entry may have left with the group's own list; then it is as it should be. */
  async function stillListed(entry: PhonebookEntry, params: Step['params']) {
    const now = (await readEntries(session, { ...options, fresh: true })).items.find(({ id }) => id === entry.id);
    return now?.group_id === group?.id ? params : undefined;
  }

  return {
    steps,
    before: { group, entries: leaving, in_group: leaving.length > 0 },
    after: {
      group: group.name,
      number,
      in_group: false,
      ...(request.delete_entry === true && { deleted_entries: ids }),
    },
    notes: note === undefined ? [] : [note],
  };
}

/** The whole record, since VoIP.ms replaces it; the group alone is empty. */
function withoutGroup({ id, name, number, speed_dial, caller_id, note }: PhonebookEntry): Step['params'] {
  return {
    phonebook: id,
    name,
    number: comparable(number),
    speed_dial: speed_dial ?? '',
    callerid: caller_id ?? '',
    note: note ?? '',
    group: '',
  };
}
