import { DEFAULT_TIME_ZONE, TimeZone } from '@voxolib/telephony';
import { z } from 'zod';
import { MaxTokens } from '../../budget.ts';

// Limits that a model does not need to know beforehand are checked without being in the schema, which every conversation pays for.

const isOneLine = (text: string) => !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text);
const isName = (text: string) => text.trim() !== '' && text.length <= 200 && isOneLine(text);

/** A name as people write it, an id, or words to search for. */
export const Name = z.string().refine(isName, 'must have 1 to 200 characters and no line break');

/** Any of these names. */
export const Names = z
  .array(Name)
  .refine((names) => names.length >= 1 && names.length <= 20, 'must hold 1 to 20 names; leave it out for all');

/** Any of these values. */
export function anyOf<Values extends z.ZodEnum>(values: Values) {
  return z.array(values).refine((chosen) => chosen.length > 0, 'must hold a value; leave it out for all');
}

const isId = (text: string) => /^[\w.@+:~-]{1,200}$/.test(text) && !/^\.+$/.test(text);

/** The key of a record. */
export const Id = z.string().refine(isId, 'is not an id; take it from a list');

export const Skip = z.int().min(0).max(100_000).default(0);

export const Tokens = MaxTokens.describe('Largest answer in tokens; texts, then rows are cut to fit');

export const Zone = TimeZone.default(DEFAULT_TIME_ZONE).describe('IANA zone of dates and answers');

/** When: between two days or times, or a period by name. */
export const dates = {
  date_from: z.string().optional().describe('First day, or time as 2026-03-01T14:05'),
  date_to: z.string().optional().describe('Last day or time, inclusive'),
  period: z.string().optional().describe('Instead of dates: today, last_7_days, last_month, 2026-W14, 2026-03…'),
  tz: Zone,
};

/** What every list takes. `sorts` begins with the order that it has unless told otherwise. */
export function listing<const Sorts extends readonly [string, ...string[]]>(sorts: Sorts, take = 50) {
  return {
    ...dates,
    sort: z.enum(sorts).default(sorts[0]).describe('Order by'),
    order: z.enum(['desc', 'asc']).default('desc').describe('desc: newest or highest first'),
    skip: Skip.describe('next_skip of the answer before'),
    take: z.int().min(1).max(250).default(take).describe('Most rows'),
    count_only: z.boolean().default(false).describe('true: only how many there are'),
    max_tokens: Tokens,
  };
}

export const Agent = Names.optional().describe('Agents, by name or login');
export const Queue = Names.optional().describe('Queues, by name or id');
export const ContactName = Name.optional().describe('Contact, by name or id');
export const AccountName = Name.optional().describe('Company, by name or id');
