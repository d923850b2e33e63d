import { createHash } from 'node:crypto';
import type { DaktelaInstanceId } from './instances.ts';

/** A user of one of the instances, with what opens it. Nothing of it opens anything anywhere else. */
export interface DaktelaAccount {
  id: DaktelaAccountId;
  title: string;
  instance: DaktelaInstanceId;
  username: string;
  password: string;
  /** The static token of the user, 40 hexadecimal digits. */
  accessToken: string;
  /** The name of the role. */
  role: string;
  /** False for a user who may not log in any more. */
  enabled: boolean;
  /** Endpoints that the role may not read. */
  forbidden: readonly string[];
}

export type DaktelaAccountId = 'demo' | 'busy' | 'overseas' | 'restricted' | 'disabled' | 'empty';

export type DaktelaAccounts = Record<DaktelaAccountId, DaktelaAccount>;

type Setting = Pick<DaktelaAccount, 'title' | 'instance'> & Partial<DaktelaAccount>;

const FORBIDDEN = ['activitiesEmail', 'activitiesCallTranscripts', 'crmRecords', 'templates', 'users'];

const settings: Record<DaktelaAccountId, Setting> = {
  demo: { title: 'Contact centre of 40 agents in Prague', instance: 'demo' },
  busy: { title: 'The same with 200,000 calls a year', instance: 'busy' },
  overseas: { title: 'Older version in New York', instance: 'overseas' },
  restricted: {
    title: 'Role that may not read some of it',
    instance: 'demo',
    role: 'role_agent',
    forbidden: FORBIDDEN,
  },
  disabled: { title: 'User who may not log in any more', instance: 'demo', enabled: false },
  empty: { title: 'New instance that has nothing', instance: 'empty' },
};

const DAKTELA_ACCOUNT_IDS = Object.keys(settings) as DaktelaAccountId[];

export function createDaktelaAccounts(): DaktelaAccounts {
  const entries = DAKTELA_ACCOUNT_IDS.map((id): [DaktelaAccountId, DaktelaAccount] => [
    id,
    {
      id,
      username: `${id}.sandbox`,
      password: `sandbox-${id}-daktela-password`,
      accessToken: createHash('sha1').update(`static token of ${id}`).digest('hex'),
      role: 'role_supervisor',
      enabled: true,
      forbidden: [],
      ...settings[id],
    },
  ]);
  return Object.fromEntries(entries) as DaktelaAccounts;
}
