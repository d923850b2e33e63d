import type { Methods } from '../method.ts';
import { given, required } from '../parameters.ts';
import { StatusError } from '../status-error.ts';

export const queueMemberMethods: Methods = {
  getStaticMembers: ({ state, parameters }) => {
    const queue = required(parameters, 'queue');
    if (!state.tables.queues.has(queue)) throw new StatusError('invalid_queue');
    const member = given(parameters, 'member');
    const members = [...state.tables.staticMembers.values()].filter(
      (row) => row.queue_number === queue && (member === undefined || row.member === member),
    );
    if (members.length === 0) throw new StatusError('no_member');
    return { members };
  },
  setStaticMember: ({ state, parameters }) => {
    const asked = given(parameters, 'member');
    if (asked !== undefined && !state.tables.staticMembers.has(asked)) throw new StatusError('invalid_member');
    const queue_number = required(parameters, 'queue');
    if (!state.tables.queues.has(queue_number)) throw new StatusError('invalid_queue');
    const account = required(parameters, 'account');
    const name = required(parameters, 'member_name', 'name');
    const taken = [...state.tables.staticMembers.values()].some(
      (row) => row.queue_number === queue_number && row.account === account && row.member !== asked,
    );
    if (taken) throw new StatusError('member_already_included');
    const member = asked ?? state.nextId();
    const priority = required(parameters, 'priority');
    state.tables.staticMembers.set(member, { member, queue_number, name, account, priority });
    return { member };
  },
  delStaticMember: ({ state, parameters }) => {
    required(parameters, 'queue');
    if (!state.tables.staticMembers.delete(required(parameters, 'member'))) throw new StatusError('invalid_member');
    return {};
  },
};
