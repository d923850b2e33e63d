import { DAKTELA_CANARIES } from '../canaries.ts';
import { any, choice, defineModel, flag, number, text } from '../model/model.ts';
import { queues as all, type Queue } from '../world/queues.ts';

const MAIL_SERVER = {
  host: 'imap.sandbox.example',
  username: 'help@sandbox.example',
  password: DAKTELA_CANARIES.mailPassword,
  oauthToken: DAKTELA_CANARIES.oauthToken,
};

export const queues = defineModel<Queue>({
  endpoint: 'queues',
  key: 'name',
  search: ['name', 'title'],
  rows: ({ instance }) => (instance.agents < 2 ? [] : all),
  find: (_view, name) => all.find((queue) => String(queue.name) === name),
  constant: true,
  fields: {
    name: number(({ name }) => name),
    title: text(({ title }) => title),
    alias: text(() => null),
    description: text(() => ''),
    type: choice(({ type }) => type),
    direction: choice(({ direction }) => direction),
    deactivated: flag(({ deactivated }) => deactivated),
    options: any(({ type }) => ({
      ...(type === 'email' && MAIL_SERVER),
      strategy: 'rrmemory',
      wrapup: 15,
      announce: Array.from({ length: 12 }, (_, place) => ({ after: place * 30, file: `queue-announce-${place}.wav` })),
    })),
  },
});
