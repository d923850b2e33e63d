import { createAccessToken } from '@voxolib/token';
import type { Product } from './truth/call.ts';

/** How many numbers an account holds, by state. */
export interface NumberCounts {
  total: number;
  active: number;
  suspended: number;
  other: number;
}

/** An account of the sandbox, with its keys. They open nothing anywhere else. */
export interface Account {
  id: AccountId;
  title: string;
  publicKey: string;
  secretKey: string;
  /** The access token that belongs to the keys. */
  token: string;
  rights: Record<Product, boolean>;
  suspended: boolean;
  numbers: NumberCounts;
  /** Whether reports leave out days without calls, or have them with zero. Both occur. */
  quietDays: 'left-out' | 'zero';
}

export type Accounts = Record<AccountId, Account>;

export type AccountId = 'demo' | 'wcbOnly' | 'didOnly' | 'suspended' | 'empty' | 'busy';

const BOTH = { wcb: true, did: true };
const NO_NUMBERS = { total: 0, active: 0, suspended: 0, other: 0 };

const settings: Record<AccountId, Omit<Account, 'id' | 'publicKey' | 'secretKey' | 'token'>> = {
  demo: {
    title: 'Small company, both reports',
    rights: BOTH,
    suspended: false,
    numbers: { total: 12, active: 10, suspended: 1, other: 1 },
    quietDays: 'left-out',
  },
  wcbOnly: {
    title: 'Small company, WCB report only',
    rights: { wcb: true, did: false },
    suspended: false,
    numbers: NO_NUMBERS,
    quietDays: 'zero',
  },
  didOnly: {
    title: 'Small company, DID report only',
    rights: { wcb: false, did: true },
    suspended: false,
    numbers: { total: 5, active: 5, suspended: 0, other: 0 },
    quietDays: 'left-out',
  },
  suspended: {
    title: 'Suspended account',
    rights: BOTH,
    suspended: true,
    numbers: { total: 3, active: 0, suspended: 3, other: 0 },
    quietDays: 'left-out',
  },
  empty: {
    title: 'New account without a call',
    rights: BOTH,
    suspended: false,
    numbers: NO_NUMBERS,
    quietDays: 'left-out',
  },
  busy: {
    title: 'Call centre, both reports',
    rights: BOTH,
    suspended: false,
    numbers: { total: 240, active: 221, suspended: 11, other: 8 },
    quietDays: 'zero',
  },
};

const ACCOUNT_IDS = Object.keys(settings) as AccountId[];

export async function createAccounts(): Promise<Accounts> {
  const accounts = await Promise.all(ACCOUNT_IDS.map(async (id) => [id, await createAccount(id)] as const));
  return Object.fromEntries(accounts) as Accounts;
}

async function createAccount(id: AccountId): Promise<Account> {
  const publicKey = `sandbox-${id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const secretKey = `${publicKey}-secret`;
  return { id, ...settings[id], publicKey, secretKey, token: await createAccessToken({ publicKey, secretKey }) };
}
