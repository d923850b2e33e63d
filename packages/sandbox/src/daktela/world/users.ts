import type { DaktelaAccount } from '../accounts.ts';
import type { Instance } from '../instances.ts';

export interface User {
  name: string;
  title: string;
  alias: string;
  type: 'CC' | 'CP' | 'BO';
  role: string;
  profile: string;
  extension: string;
  deactivated: boolean;
  /** The place among the agents, or -1 for somebody who takes no calls. */
  agent: number;
  created: number;
}

const FIRST = ['Jan', 'Eliška', 'Ondřej', 'Žaneta', 'Émile', 'Kateřina', 'Tomáš', 'Chloé', 'Oliver', 'Růžena'];
const LAST = [
  'Novák',
  'Dvořáková',
  'Čermák',
  'Šťastná',
  'Lefèvre',
  'Příhodová',
  'Kučera',
  'Bérenger',
  'Whitfield',
  'Hájková',
];
const TEAMS = 4;
const FIRST_EXTENSION = 101;

/** The agents, a supervisor, a robot, a colleague who has left, and the users of the accounts. */
export function createUsers(instance: Instance, accounts: readonly DaktelaAccount[], created: number): readonly User[] {
  const agents = Array.from({ length: instance.agents }, (_, place) => agentAt(place, created));
  return [
    ...agents,
    { ...somebody('robot', 'Robot', created), type: 'BO' },
    { ...somebody('petra.odesla', 'Petra Odešlá', created), deactivated: true },
    ...accounts.map(({ id, username, role, enabled }) => ({
      ...somebody(username, `Sandbox ${id}`, created),
      role,
      deactivated: !enabled,
    })),
  ];
}

/** Each first name meets each last name once, but for two who share both. */
function agentAt(place: number, created: number): User {
  const twin = place === 1;
  const round = Math.floor(place / LAST.length);
  const first = twin ? 'Jan' : (FIRST[(place + round * 3) % FIRST.length] ?? '');
  const last = twin ? 'Novák' : (LAST[place % LAST.length] ?? '');
  const login = `${plain(first)}.${plain(last)}${twin ? '2' : ''}`;
  const team = (place % TEAMS) + 1;
  return {
    ...somebody(login, `${first} ${last}`, created),
    role: 'role_agent',
    profile: `profile_${team}`,
    extension: String(FIRST_EXTENSION + place),
    agent: place,
  };
}

function somebody(name: string, title: string, created: number): User {
  return {
    name,
    title,
    alias: '',
    type: 'CC',
    role: 'role_supervisor',
    profile: 'profile_1',
    extension: '',
    deactivated: false,
    agent: -1,
    created,
  };
}

export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, '-').toLowerCase();
}
