import type { NewStaticToken } from '@voxolib/access';
import { isTelephonyError } from '@voxolib/telephony';
import { field, fields } from '../sign-in/form-body.ts';
import type { TokenProblem } from './texts.ts';

/** What was typed into the form of a new token. */
export interface AskedToken {
  name: string;
  scopes: readonly string[];
  days: string;
  addresses: string;
  /** Customers of a contact centre are masked in what it reads. */
  privacy: boolean;
}

const MOST_DAYS = 366;

export function askedToken(body: unknown): AskedToken {
  return {
    name: field(body, 'name'),
    scopes: fields(body, 'scope'),
    days: field(body, 'days').trim(),
    addresses: field(body, 'addresses'),
    privacy: field(body, 'privacy') === 'on',
  };
}

/** What is to be made of it, or the field that cannot be so. The rest is for the tokens themselves to judge. */
export function newTokenOf(
  { name, scopes, days, addresses }: AskedToken,
  { offered, now }: { offered: readonly string[]; now: number },
): Pick<NewStaticToken, 'name' | 'scopes' | 'expiresAt' | 'addresses'> | TokenProblem {
  if (!/^\d{1,3}$/.test(days) || Number(days) < 1 || Number(days) > MOST_DAYS) return 'days';
  return {
    name,
    scopes: offered.filter((scope) => scopes.includes(scope)),
    expiresAt: now + Number(days) * 86_400_000,
    addresses: addresses.split(/[\s,;]+/).filter((text) => text !== ''),
  };
}

/** The field that a token was refused for. Throws what is no refusal. */
export function problemOf(error: unknown): TokenProblem {
  if (!isTelephonyError(error) || error.code !== 'INVALID_INPUT') throw error;
  if (error.field === undefined) return 'full';
  const problem = problems.get(error.field);
  if (problem === undefined) throw error;
  return problem;
}

/** By what `createStaticTokens` calls the fields. */
const problems = new Map<string, TokenProblem>([
  ['name', 'name'],
  ['scope', 'scopes'],
  ['expires_at', 'days'],
  ['addresses', 'addresses'],
]);
