import type { Methods } from '../method.ts';
import { given, required } from '../parameters.ts';
import { idsIn } from '../state/account-state.ts';
import { StatusError } from '../status-error.ts';

export const conferenceMethods: Methods = {
  getConference: ({ state, parameters }) => {
    const id = given(parameters, 'conference');
    const conference = [...state.tables.conferences.values()].filter(
      (row) => id === undefined || row.conference === id,
    );
    if (conference.length === 0) throw new StatusError('no_conference');
    return { conference };
  },
  setConference: ({ state, parameters }) => {
    const id = given(parameters, 'conference');
    if (id !== undefined && !state.tables.conferences.has(id)) throw new StatusError('invalid_conference');
    const conference = id ?? state.nextId();
    state.tables.conferences.set(conference, {
      conference,
      name: required(parameters, 'name'),
      description: parameters.get('description') ?? '',
      max_members: parameters.get('max_members') ?? '10',
      members: idsIn(parameters.get('members')).join(';'),
    });
    return { conference };
  },
  /** The one method that says nothing at all when it is done. */
  delConference: ({ state, parameters }) => {
    if (!state.tables.conferences.delete(required(parameters, 'conference')))
      throw new StatusError('invalid_conference');
    return undefined;
  },
};
