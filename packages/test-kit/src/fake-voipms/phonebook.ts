import {
  type CallerIdFilter,
  type CallerIdFilters,
  type ChangeOutcome,
  type ChangePlan,
  type OperationOptions,
  type Phonebook,
  type PhonebookEntry,
  type PhonebookGroup,
  type PreparedChange,
  TelephonyError,
} from '@voxolib/telephony';

/** What a fake phonebook holds; tests read and change it. */
export interface FakePhonebookState {
  groups: PhonebookGroup[];
  entries: PhonebookEntry[];
  filters: CallerIdFilter[];
  /** Requests that changed something, in order. */
  sent: string[];
}

interface FakePhonebook {
  state: FakePhonebookState;
  phonebook: Phonebook;
  callerIdFilters: CallerIdFilters;
}

const sameName = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** A phonebook with groups, filters and changes that are really made, in memory. */
export function fakePhonebook(asOf: string, beforeChange: (options: OperationOptions) => Promise<void>): FakePhonebook {
  const state: FakePhonebookState = {
    groups: [
      { id: '9310', name: 'Spam', members: ['41207'] },
      { id: '9311', name: 'Friends', members: [] },
    ],
    entries: [
      { id: '41207', name: 'Robo caller', number: '+14165550117', note: 'spam', group_id: '9310', group_name: 'Spam' },
      { id: '41399', name: 'Ada', number: '+15145550190' },
    ],
    filters: [{ id: '5521', pattern: 'p:9310', group_id: '9310', did: 'all', routing: 'sys:noservice' }],
    sent: [],
  };
  const find = (group: string) => state.groups.find(({ id, name }) => id === group || sameName(name, group));
  const holders = (group: PhonebookGroup | undefined, number: string) =>
    state.entries.filter((entry) => entry.number === number && group?.members.includes(entry.id));

  function change(plan: () => Omit<ChangePlan, 'notes'> & { make: () => void }): PreparedChange {
    const { make, ...planned } = plan();
    return {
      plan: { ...planned, notes: [] },
      async apply(options = {}): Promise<ChangeOutcome> {
        const now = plan();
        if (JSON.stringify(now.before) !== JSON.stringify(planned.before)) {
          throw new TelephonyError('CONFLICT', 'The phonebook is no longer as it was planned.', { provider: 'voipms' });
        }
        await beforeChange(options);
        now.make();
        state.sent.push(...now.steps.map(({ method }) => method));
        return { before: planned.before, after: plan().before };
      },
    };
  }

  const add = (request: { number: string; group: string; name?: string | undefined }, filter: boolean) =>
    change(() => {
      const group = find(request.group);
      const has = holders(group, request.number).length > 0;
      const filtered = state.filters.some(({ group_id }) => group_id !== undefined && group_id === group?.id);
      const before = {
        group: group?.name ?? null,
        has_number: has,
        ...(filter && { turned_away: filtered }),
      };
      const steps: ChangePlan['steps'] = [
        ...(group === undefined ? [{ method: 'setPhonebookGroup', params: { name: request.group } }] : []),
        ...(has ? [] : [{ method: 'setPhonebook', params: { name: request.name ?? '', number: request.number } }]),
        ...(filter && !filtered ? [{ method: 'setCallerIDFiltering', params: { routing: 'sys:noservice' } }] : []),
      ];
      return {
        steps,
        before,
        after: { group: group?.name ?? request.group, has_number: true, ...(filter && { turned_away: true }) },
        unchanged: steps.length === 0,
        make() {
          const into = group ?? { id: '9399', name: request.group, members: [] };
          if (group === undefined) state.groups.push(into);
          if (!has) {
            const id = String(50_000 + state.entries.length);
            state.entries.push({ id, name: request.name ?? request.number, number: request.number, group_id: into.id });
            into.members.push(id);
          }
          if (filter && !filtered) {
            const pattern = `p:${into.id}`;
            state.filters.push({ id: '5599', pattern, group_id: into.id, did: 'all', routing: 'sys:noservice' });
          }
        },
      };
    });

  return {
    state,
    phonebook: {
      groups: async ({ group, name } = {}) => ({
        groups: state.groups.filter(
          (one) => (group === undefined || one.id === group) && (name === undefined || sameName(one.name, name)),
        ),
        as_of: asOf,
      }),
      entries: async ({ entry, name, group, group_name, number } = {}) => ({
        entries: state.entries.filter(
          (one) =>
            (entry === undefined || one.id === entry) &&
            (name === undefined || sameName(one.name, name)) &&
            (group === undefined || one.group_id === group) &&
            (group_name === undefined || sameName(one.group_name ?? '', group_name)) &&
            (number === undefined || one.number === number),
        ),
        as_of: asOf,
      }),
      prepareAdd: async (request) => add(request, false),
      prepareRemove: async ({ number, group: wanted }) =>
        change(() => {
          const group = find(wanted);
          const ids = holders(group, number).map(({ id }) => id);
          return {
            steps: ids.length > 0 ? [{ method: 'setPhonebookGroup', params: { group: group?.id ?? '' } }] : [],
            before: { group: group?.name ?? null, has_number: ids.length > 0 },
            after: { group: group?.name ?? null, has_number: false },
            unchanged: ids.length === 0,
            make() {
              if (group !== undefined) group.members = group.members.filter((id) => !ids.includes(id));
            },
          };
        }),
    },
    callerIdFilters: {
      list: async ({ filter, did } = {}) => ({
        filters: state.filters.filter(
          (one) => (filter === undefined || one.id === filter) && (did === undefined || one.did === did),
        ),
        as_of: asOf,
      }),
      prepareBlock: async (request) => add(request, true),
    },
  };
}
