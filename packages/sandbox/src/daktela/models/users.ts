import { DAKTELA_CANARIES } from '../canaries.ts';
import { any, choice, defineModel, flag, number, ref, text, time } from '../model/model.ts';
import type { User } from '../world/users.ts';

const PRESENCES = ['online', 'offline', 'busy', ''];

export const users = defineModel<User>({
  endpoint: 'users',
  key: 'name',
  search: ['name', 'title', 'email'],
  rows: ({ world }) => world.users,
  find: ({ world }, name) => world.user(name),
  constant: true,
  heavy: ['options'],
  fields: {
    name: text(({ name }) => name),
    title: text(({ title }) => title),
    alias: text(({ alias }) => alias),
    type: choice(({ type }) => type),
    role: ref('roles', ({ role }) => role),
    profile: ref('profiles', ({ profile }) => profile),
    email: text(({ name }) => `${name}@sandbox.example`),
    extension: text(({ extension }) => extension),
    extension_state: choice(({ agent, deactivated }) => (agent === -1 || deactivated ? 'offline' : 'online')),
    presence_state: choice(({ agent }) => PRESENCES[(agent + PRESENCES.length) % PRESENCES.length] ?? ''),
    clid: text(() => null),
    timezone: text(() => '_AUTOMATIC_'),
    nps_score: number(({ agent }) => (agent === -1 ? null : 6 + (agent % 5))),
    description: text(() => ''),
    deactivated: flag(({ deactivated }) => deactivated),
    mfa_verification: flag(() => false),
    created: time(({ created }) => created),
    sign: text(({ title }) => `<p>${title}</p>`),
    emailAuth: any(({ name }) => ({ username: `${name}@sandbox.example`, password: DAKTELA_CANARIES.mailPassword })),
    fcmSettings: any(() => ({ token: DAKTELA_CANARIES.pushToken })),
    options: any(() => ({ shortcuts: Array.from({ length: 30 }, (_, key) => ({ key: `F${key}`, action: 'none' })) })),
    _sys: any(() => ({ accessToken: DAKTELA_CANARIES.accessToken })),
  },
});

interface Titled {
  name: string;
  title: string;
}

/** A model that has names and titles only. */
function titledModel(endpoint: string, rows: readonly Titled[]) {
  return defineModel<Titled>({
    endpoint,
    key: 'name',
    rows: () => rows,
    find: (_view, name) => rows.find((row) => row.name === name),
    constant: true,
    fields: {
      name: text(({ name }) => name),
      title: text(({ title }) => title),
      description: text(() => ''),
      type: choice(() => 'CC'),
    },
  });
}

export const roles = titledModel('roles', [
  { name: 'role_agent', title: 'Agent' },
  { name: 'role_supervisor', title: 'Supervizor' },
]);

export const profiles = titledModel(
  'profiles',
  ['První linie', 'Druhá linie', 'Obchod', 'Fakturace'].map((title, index) => ({
    name: `profile_${index + 1}`,
    title,
  })),
);
