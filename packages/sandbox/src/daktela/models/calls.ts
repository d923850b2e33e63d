import { any, choice, defineModel, flag, number, ref, refs, type Span, text, time, type View } from '../model/model.ts';
import { transcriptOf } from '../texts/transcript.ts';
import { callIdOf, endOf, type Interaction, idOf } from '../world/interaction.ts';
import { byCallId, interactionsOf, seen } from './interactions.ts';
import { activityName, contactName, userName } from './names.ts';

const LINES = ['420200000002', '420200000003', '420200000004'];
const CAUSES_OF_END = ['caller', 'agent', 'caller', 'transfer', 'system'];
const CAUSES_OF_LOSS = ['abandon', 'abandon', 'exitwithtimeout', 'noanswer', 'exitwithkey', 'exitempty'];
const CAUSES_OF_FAILURE = ['noanswer', 'busy', 'cancel', 'failed', 'amdmachine'];

export const calls = defineModel<Interaction>({
  endpoint: 'activitiesCall',
  key: 'id_call',
  time: 'call_time',
  search: ['id_call', 'clid', 'contact.title'],
  rows: (view, span) => callRows(view, span),
  find: (view, name) => byCallId(view, name),
  near: {
    id_call: (view, value) => [byCallId(view, value)].filter((call) => call !== undefined),
  },
  heavy: ['activities', 'missed_callback'],
  relations: {
    activities: { model: 'activities', rows: (call: Interaction) => [call] },
    transcripts: {
      model: 'activitiesCallTranscripts',
      rows: (call: Interaction, view) => transcriptOf(call, view.world),
    },
  },
  fields: {
    id_call: text(callIdOf),
    call_time: time(({ at }) => at),
    direction: choice(({ direction }) => direction),
    answered: flag(({ answered }) => answered),
    id_queue: ref('queues', ({ queue }) => queue || null),
    id_agent: ref('users', ({ agent }, view) => userName(view, agent)),
    clid: text(clidOf),
    prefix_clid_name: text(() => ''),
    did: text(({ direction, salt }) => (direction === 'internal' ? '' : (LINES[salt % LINES.length] ?? ''))),
    contact: ref('contacts', ({ contact }, view) => contactName(view, contact)),
    waiting_time: number(({ wait }) => wait),
    ringing_time: number(({ ringing }) => ringing),
    hold_time: number(({ duration, salt }) => (salt % 6 === 0 ? Math.floor(duration / 5) : 0)),
    duration: number(({ duration }) => duration),
    disposition_cause: choice(({ answered, salt }) =>
      answered ? (CAUSES_OF_END[salt % CAUSES_OF_END.length] ?? '') : '',
    ),
    disconnection_cause: choice(lossOf),
    pressed_key: text((call) => (lossOf(call) === 'exitwithkey' ? '1' : null)),
    missed_call: number((call, { now }) => (isMissed(call) ? (backBy(call, now) ? 0 : 1) : null)),
    missed_call_time: time((call, { now }) => backBy(call, now)?.at ?? null),
    missed_callback: ref('activitiesCall', (call, { now }) => {
      const back = backBy(call, now);
      return back === undefined ? null : callIdOf(back);
    }),
    attempts: number((call, { now }) => (backBy(call, now) ? 1 : 0)),
    cdr: any((call, { clock }) => ({
      name: idOf(call),
      direction: call.direction,
      src: call.direction === 'out' ? LINES[0] : 'trunk',
      dst: String(call.queue),
      time_created: clock.text(call.at),
      time_closed: clock.text(endOf(call)),
    })),
    options: any(({ salt }) => (salt % 10 === 0 ? { recorded: '1' } : [])),
    activities: refs('activities', (call) => [activityName(call)]),
  },
});

function* callRows(view: View, span: Span): Generator<Interaction> {
  for (const one of interactionsOf(view, span)) if (one.channel === 'CALL' && seen(view, one)) yield one;
}

function isMissed({ direction, answered }: Interaction): boolean {
  return direction === 'in' && !answered;
}

/** The call by which it was called back, once that is over. */
function backBy({ callback }: Interaction, now: number): Interaction | undefined {
  return callback !== undefined && endOf(callback) <= now ? callback : undefined;
}

function lossOf({ answered, direction, salt }: Interaction): string {
  if (answered) return '';
  const causes = direction === 'in' ? CAUSES_OF_LOSS : CAUSES_OF_FAILURE;
  return causes[salt % causes.length] ?? '';
}

/** Without `+`, as the exchange has it. Somebody unknown may hide. */
function clidOf({ contact, direction, salt }: Interaction, view: View): string {
  if (direction === 'internal') return String(101 + (salt % 40));
  const phone = view.world.contact(contact)?.phones[0];
  if (phone !== undefined) return phone.slice(1);
  return salt % 5 === 0 ? 'anonymous' : `420601${String(salt % 1_000_000).padStart(6, '0')}`;
}
