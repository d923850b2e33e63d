import { DAY_MS } from './clock.ts';
import { CHANNEL_MODELS } from './models/channels.ts';
import { callIdOf, type Interaction, idOf } from './world/interaction.ts';
import { isShowcaseDay, LONGEST_THREAD_DAYS } from './world/ticket-plan.ts';
import type { World } from './world/world.ts';

/** Records that are a trial for who reads them. */
export interface DaktelaLandmarks {
  /** A ticket with sixty activities, of every type, to which those below belong. */
  longTicket: number;
  /** A mail of 250 paragraphs. */
  longMail: { name: string; activity: string };
  /** A call with 250 segments. */
  longCall: { id_call: string; activity: string };
  /** Where `DAKTELA_INJECTIONS` stand. */
  injectedMail: { name: string; activity: string };
  injectedChat: { name: string; activity: string };
  injectedCall: { id_call: string; activity: string };
  /** The account with the most contacts. */
  largestAccount: string;
  /** Logins of users who share a title. */
  namesakes: readonly string[];
}

/** The youngest ones that are complete at `now`; undefined where an instance has none. */
export function landmarksOf(world: World, now: number): DaktelaLandmarks | undefined {
  const last = Math.floor(now / DAY_MS) - LONGEST_THREAD_DAYS;
  let day = last;
  while (!isShowcaseDay(day)) day--;
  for (const { number, steps } of world.history.tickets({ from: day * DAY_MS, to: (day + 1) * DAY_MS })) {
    const [longMail, longCall, mail, chat, call] = steps.filter(({ special }) => special !== undefined);
    if (!longMail || !longCall || !mail || !chat || !call) continue;
    return {
      longTicket: number,
      longMail: { name: mailName(longMail), activity: activity(longMail) },
      longCall: { id_call: callIdOf(longCall), activity: activity(longCall) },
      injectedMail: { name: mailName(mail), activity: activity(mail) },
      injectedChat: { name: `${CHANNEL_MODELS.CHAT.prefix}${idOf(chat)}`, activity: activity(chat) },
      injectedCall: { id_call: callIdOf(call), activity: activity(call) },
      largestAccount: world.customers.companies[0]?.name ?? '',
      namesakes: world.users.filter(({ title }) => title === world.users[0]?.title).map(({ name }) => name),
    };
  }
  return undefined;
}

function mailName(mail: Interaction): string {
  return `${CHANNEL_MODELS.EMAIL.prefix}${idOf(mail)}`;
}

function activity(one: Interaction): string {
  return `activities_${idOf(one)}`;
}
