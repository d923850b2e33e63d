import { DEFAULT_TIME_ZONE, TimeZone } from '@voxolib/telephony';
import { z } from 'zod';
import { DEFAULT_MAX_TOKENS, MaxTokens } from '../../budget.ts';

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

/** The same, with a value where none is given; a model does not need to know it beforehand. */
function or<Schema extends z.ZodType>(schema: Schema, value: z.output<Schema>) {
  return schema.optional().transform((given) => given ?? value);
}

const within = (least: number, most: number) =>
  z.int().refine((number) => number >= least && number <= most, `must be from ${least} to ${most}`);

/** How many of so many to pass over. */
export const Skip = or(within(0, 100_000), 0).describe('From next_skip');

/** How many characters of a text to pass over. */
export const Characters = or(within(0, 100_000_000), 0);

const { minValue: LEAST_TOKENS, maxValue: MOST_TOKENS } = MaxTokens.unwrap();

export const Tokens = or(within(LEAST_TOKENS ?? 0, MOST_TOKENS ?? 0), DEFAULT_MAX_TOKENS).describe('Largest answer');

export const Zone = or(
  z
    .string()
    .refine((name) => TimeZone.safeParse(name).success, 'is not an IANA time zone, such as Europe/Paris or UTC'),
  DEFAULT_TIME_ZONE,
).describe(`IANA zone, else ${DEFAULT_TIME_ZONE}`);

/** What is not so unless it is asked for. */
export const Flag = or(z.boolean(), false);

export const Quotes = Flag.describe('true: mails with the history they quote');

/** How many of them at most, and how many unless told. */
export const TakeOf = (most: number, unlessGiven: number) => or(z.int().min(1).max(most), unlessGiven);

/** When: between two days or times, or a period by name. */
export const dates = {
  date_from: z.string().optional().describe('From day, or time as 2026-03-01T14:05'),
  date_to: z.string().optional().describe('To day or time, inclusive'),
  period: z.string().optional().describe('Or today, last_7_days, last_month, 2026-W14…'),
  tz: Zone,
};

/** What every list takes. `sorts` begins with the order that it has unless told otherwise. */
export function listing<const Sorts extends readonly [string, ...string[]]>(sorts: Sorts) {
  return {
    ...dates,
    sort: z.enum(sorts).optional().describe('Order by'),
    order: z.enum(['desc', 'asc']).optional().describe('desc unless given'),
    skip: Skip,
    take: TakeOf(250, 50).describe('Most rows'),
    count_only: Flag.describe('true: how many alone'),
    max_tokens: Tokens,
  };
}

export const Agent = Names.optional().describe('Names or logins');
export const Queue = Names.optional().describe('Names or ids');
export const ContactName = Name.optional().describe('Name or id');
export const AccountName = Name.optional().describe('Company: name or id');
