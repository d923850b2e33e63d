import { choice, defineModel, flag, ref, text, time, type View } from '../model/model.ts';
import { currentCallId, type RealtimeSession, realtimeSessions as sessionsAt } from '../world/realtime.ts';
import { userName } from './names.ts';

/** Sessions have no name. */
export const realtimeSessions = defineModel<RealtimeSession>({
  endpoint: 'realtimeSessions',
  key: undefined,
  rows: ({ world, instance, now }: View) => (instance.accounts === 0 ? [] : sessionsAt(world, instance.agents, now)),
  find: () => undefined,
  fields: {
    id_agent: ref('users', ({ agent }, view) => userName(view, agent)),
    state: choice(({ state }) => state),
    exten: text(({ agent }, { world }) => world.agent(agent)?.extension ?? ''),
    exten_status: choice(({ call, agent }) => (call !== undefined ? 'Busy' : agent % 9 === 0 ? '' : 'Idle')),
    presence_status: choice(({ state }) => (state === 'Session' ? 'Busy' : 'Idle')),
    logintime: time(({ loggedIn }) => loggedIn),
    lastcalltime: time(({ lastCall }) => lastCall?.at ?? 0),
    lastqueue: ref('queues', ({ lastCall }) => lastCall?.queue || null),
    id_pause: ref('pauses', ({ pause }) => pause),
    onpause: time(({ pause, stateSince }) => (pause === null ? null : stateSince)),
    statetime: time(({ stateSince }) => stateSince),
    id_call: text(currentCallId),
    unwrap: flag(() => false),
  },
});
