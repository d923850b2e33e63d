/** An account of the sandbox, with its credentials. They open nothing anywhere else. */
export interface VoipmsAccount {
  id: VoipmsAccountId;
  title: string;
  /** The login of the portal, and `api_username`. */
  username: string;
  apiPassword: string;
  /** Opens the portal, and not the API. */
  portalPassword: string;
  /** The main account, of which sub-accounts have the name before theirs. */
  number: string;
  apiEnabled: boolean;
  /** Addresses that may call the API; `0.0.0.0` is any. */
  allowedIps: readonly string[];
  requestsPerMinute?: number;
  /** Where the list of phonebook groups is found. Both occur. */
  groupsKey: 'phonebooks' | 'phonebook_groups';
  /** Whether recordings can be asked for with the account `all`. Both are thinkable. */
  allRecordings: boolean;
}

export type VoipmsAccountId = 'demo' | 'reseller' | 'busy' | 'empty' | 'limited' | 'unlisted' | 'apiOff';

export type VoipmsAccounts = Record<VoipmsAccountId, VoipmsAccount>;

type Setting = Pick<VoipmsAccount, 'title' | 'number'> & Partial<VoipmsAccount>;

const settings: Record<VoipmsAccountId, Setting> = {
  demo: { title: 'Small company with sub-accounts', number: '200345' },
  reseller: {
    title: 'Reseller with two clients',
    number: '270500',
    groupsKey: 'phonebook_groups',
    allRecordings: false,
  },
  busy: { title: 'Call centre, 250,000 calls a year', number: '310020' },
  empty: { title: 'New account that has nothing', number: '340001' },
  limited: { title: 'Ten requests a minute', number: '350002', requestsPerMinute: 10 },
  unlisted: { title: 'Address that is not on its list', number: '360003', allowedIps: ['198.51.100.20'] },
  apiOff: { title: 'API switched off', number: '370004', apiEnabled: false },
};

export const VOIPMS_ACCOUNT_IDS = Object.keys(settings) as VoipmsAccountId[];

export function createVoipmsAccounts(): VoipmsAccounts {
  return Object.fromEntries(VOIPMS_ACCOUNT_IDS.map((id) => [id, createAccount(id)])) as VoipmsAccounts;
}

function createAccount(id: VoipmsAccountId): VoipmsAccount {
  const name = id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return {
    id,
    username: `${name}@sandbox.example`,
    apiPassword: `sandbox-${name}-api-password`,
    portalPassword: `sandbox-${name}-portal-password`,
    apiEnabled: true,
    allowedIps: ['0.0.0.0'],
    groupsKey: 'phonebooks',
    allRecordings: true,
    ...settings[id],
  };
}
