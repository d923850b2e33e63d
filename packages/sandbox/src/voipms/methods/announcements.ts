import type { Methods } from '../method.ts';
import { required } from '../parameters.ts';
import { StatusError } from '../status-error.ts';

/** What menus say. They are listed among the lookups. */
export const announcementMethods: Methods = {
  delRecording: ({ state, parameters }) => {
    const id = required(parameters, 'recording');
    if (!state.tables.recordings.has(id)) throw new StatusError('invalid_recording');
    const isPlayed = [...state.tables.ivrs.values()].some(({ recording }) => recording === id);
    if (isPlayed) throw new StatusError('recording_in_use_ivr');
    state.tables.recordings.delete(id);
    return {};
  },
};
