import type { BlockNumber, CallerIdFilter, OperationOptions } from '@voxolib/telephony';
import type { Planned, Step } from '../prepared-change.ts';
import type { Session } from '../session.ts';
import { planAdd } from './add-to-group.ts';
import { readFilters } from './read-phonebook.ts';

const NO_FAILOVERS = { failover_unreachable: 'none:', failover_busy: 'none:', failover_noanswer: 'none:' };

/** Plans that a number is in a group, and that one filter turns away whoever is in that group. */
export async function planBlock(session: Session, request: BlockNumber, options: OperationOptions): Promise<Planned> {
  const { answer, ...add } = request;
  const { groupId, ...planned } = await planAdd(session, add, options);
  const filter = await filterOf(groupId());
  const routing = `sys:${answer ?? 'noservice'}`;
  const turnedAway = filter !== undefined && (answer === undefined ? isSystem(filter) : filter.routing === routing);
  const step: Step = {
    method: 'setCallerIDFiltering',
    params: filterParams(groupId() ?? '<id of the new group>', filter?.id),
    send: () => {
      const id = groupId();
      return id === undefined ? undefined : filterParams(id, filter?.id);
    },
  };

  async function filterOf(group: string | undefined): Promise<CallerIdFilter | undefined> {
    const { items } = await readFilters(session, options);
    return items.find(({ group_id, did }) => group !== undefined && group_id === group && did === 'all');
  }

  function filterParams(group: string, id: string | undefined) {
    const note = filter?.note ?? request.group.trim().slice(0, 50);
    return {
      ...(id !== undefined && { filter: id }),
      callerid: `p:${group}`,
      did: 'all',
      routing,
      ...NO_FAILOVERS,
      note,
    };
  }

  return {
    ...planned,
    steps: turnedAway ? planned.steps : [...planned.steps, step],
    before: { ...planned.before, filter: filter ?? null },
    after: { ...planned.after, turned_away_by: turnedAway ? filter.routing : routing },
  };
}

function isSystem({ routing }: CallerIdFilter): boolean {
  return routing.startsWith('sys:');
}
