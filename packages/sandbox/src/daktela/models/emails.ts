import { any, choice, defineModel, flag, number, ref, refs, text, time } from '../model/model.ts';
import { type Attachment, attachmentsOf, writtenAttachments } from '../texts/attachments.ts';
import { addressOf, mailBody, mailHeaders, mailSubject } from '../texts/mail.ts';
import { type Interaction, idOf } from '../world/interaction.ts';
import { CHANNEL_MODELS } from './channels.ts';
import { byId, interactionsOf } from './interactions.ts';
import { activityName, contactName, userName } from './names.ts';

const { endpoint, prefix } = CHANNEL_MODELS.EMAIL;
const QUOTED_BEFORE_MS = 5 * 3_600_000;

export const emails = defineModel<Interaction>({
  endpoint,
  key: 'name',
  time: 'time',
  search: ['title', 'address', 'text'],
  *rows(view, span) {
    for (const one of interactionsOf(view, span)) if (one.channel === 'EMAIL') yield one;
  },
  find: (view, name) => byId(view, prefix, name),
  near: { name: (view, value) => [byId(view, prefix, value)].filter((mail) => mail !== undefined) },
  relations: {
    attachments: { model: 'attachments', rows: (mail: Interaction) => attachmentsOf(mail) },
    activities: { model: 'activities', rows: (mail: Interaction) => [mail] },
  },
  fields: {
    name: text((mail) => `${prefix}${idOf(mail)}`),
    queue: ref('queues', ({ queue }) => queue),
    user: ref('users', ({ agent }, view) => userName(view, agent)),
    contact: ref('contacts', ({ contact }, view) => contactName(view, contact)),
    title: text((mail, { world }) => mailSubject(mail, world)),
    address: text((mail, { world }) => addressOf(mail, world)),
    direction: choice(({ direction }) => direction),
    wait_time: number(({ wait }) => wait),
    duration: number(({ duration }) => duration),
    answered: flag(({ answered }) => answered),
    text: text((mail, { world, clock }) => mailBody(mail, world, clock.text(mail.at - QUOTED_BEFORE_MS))),
    options: any((mail, { world, clock }) => ({ headers: mailHeaders(mail, world, clock.text(mail.at)) })),
    time: time(({ at }) => at),
    state: choice(stateOf),
    activities: refs('activities', (mail) => [activityName(mail)]),
    attachments: any((mail, { clock }) => writtenAttachments(mail, clock)),
    files: any(() => []),
  },
  heavy: ['activities'],
});

function stateOf({ direction, salt }: Interaction): string | null {
  if (direction === 'in') return salt % 2 === 0 ? '' : null;
  return salt % 50 === 0 ? 'FAILED' : salt % 61 === 0 ? 'DRAFT' : 'SENT';
}

/** What is attached, found below the record that it is attached to. */
export const attachments = defineModel<Attachment>({
  endpoint: 'attachments',
  key: 'file',
  below: true,
  rows: () => [],
  find: () => undefined,
  fields: {
    file: text(({ file }) => file),
    title: text(({ title }) => title),
    type: text(({ type }) => type),
    size: number(({ size }) => size),
    inline: flag(({ inline }) => inline),
    cid: text(({ cid }) => cid),
    time: time((attachment) => attachment.time),
  },
});
