import { z } from 'zod';
import { Id, Name, Skip, Tokens, Zone } from '../arguments.ts';
import { argument, type ClassicArgument, oneOf } from './classic-argument.ts';

/** A name that the tool takes as `name`; a list of one where it takes several. */
const named = (name: string, description: string, { list = true }: { list?: boolean } = {}) =>
  argument(Name.optional().describe(description), (value) => ({ [name]: list ? [value] : value }));

/** The key of a record, which the tool takes as `name`. */
export const key = (name: string, description: string): ClassicArgument =>
  argument(Name.describe(description), (value) => ({ [name]: value }));

export const recordId = (description: string): ClassicArgument =>
  argument(Id.describe(description), (value) => ({ id: value }));

export const user = named('agent', 'Agent, by name or login');
export const queue = named('queue', 'Queue, by name or id');
export const category = named('category', 'Category, by name or id');
export const status = named('status', 'Status, by name or id');
export const contact = named('contact', 'Contact, by name or id', { list: false });
export const account = named('account', 'Company, by name or id', { list: false });
export const ticket = named('ticket', 'Ticket, by id', { list: false });
export const search = named('text', 'Words to search for', { list: false });

export const requiredAccount: ClassicArgument = argument(Name.describe('Company, by name or id'), (value) => ({
  account: value,
}));

export const priority = oneOf('priority', { LOW: 'low', MEDIUM: 'medium', HIGH: 'high' }, 'Priority', { list: true });

const stages = { OPEN: 'open', WAIT: 'wait', CLOSE: 'close', ARCHIVE: 'archive' };
export const stage = oneOf('stage', stages, 'Stage', { list: true });

/** `ALL` says nothing to the tool. */
export const stageOpenUnlessGiven: ClassicArgument = argument(
  oneOf('stage', { ...stages, ALL: '' }, 'Stage', { standard: 'OPEN' }).schema as z.ZodType<string>,
  (value): Record<string, unknown> => (value.toUpperCase() === 'ALL' ? {} : { stage: [value.toLowerCase()] }),
);

export const crmStage = oneOf('stage', { OPEN: 'open', CLOSE: 'close' }, 'Stage');

export const include_merged = argument(
  z.boolean().default(false).describe('true: also tickets merged into others'),
  (value) => ({ merged: value }),
);

export const callDirection = oneOf(
  'direction',
  { in: 'inbound', out: 'outbound', internal: 'internal' },
  'Direction of the call',
);
export const direction = oneOf('direction', { in: 'inbound', out: 'outbound' }, 'Direction');

export const answered = argument(z.boolean().optional().describe('Only answered, or not'), (value) => ({
  answered: value,
}));

export const activityType = oneOf(
  'kind',
  {
    CALL: 'call',
    EMAIL: 'email',
    CHAT: 'web_chat',
    SMS: 'sms',
    FBM: 'messenger',
    IGDM: 'instagram',
    WAP: 'whatsapp',
    VBR: 'viber',
    FBCOMMENT: 'facebook_comment',
    IGCOMMENT: 'instagram_comment',
    COMMENT: 'comment',
    CUSTOM: 'custom',
  },
  'Type',
  { list: true },
);
export const activityAction = oneOf(
  'state',
  { WAIT: 'wait', OPEN: 'open', POSTPONE: 'postpone', CLOSE: 'close' },
  'State',
  { list: true },
);

/** A day, or a time with a space or a T in it. */
const date = (name: 'date_from' | 'date_to', description: string): ClassicArgument =>
  argument(z.string().optional().describe(description), (value) => ({ [name]: value.trim().replace(' ', 'T') }));

export const dates = {
  date_from: date('date_from', 'First day, or time as 2026-03-01 14:05:00'),
  date_to: date('date_to', 'Last day or time, inclusive'),
};

/** An order by a field as Daktela calls it. Without one the tool has its own, newest first. */
export function sortedBy<const Fields extends Readonly<Record<string, string>>>(
  fields: Fields,
  standard?: keyof Fields & string,
) {
  return {
    sort: oneOf('sort', fields, 'Order by', standard === undefined ? {} : { standard }),
    sort_dir: oneOf('order', { desc: 'desc', asc: 'asc' }, 'Direction of the order', { standard: 'desc' }),
  };
}

/** Most rows of one answer; more than that are given by the next one. */
const MOST_ROWS = 250;

/** Which of the rows, and how many. */
export function page(take = 50, most = MOST_ROWS) {
  return {
    skip: argument(Skip.describe('Rows to pass over'), (value) => ({ skip: value })),
    take: argument(z.int().min(1).max(most).default(take).describe('Most rows'), (value) => ({
      take: Math.min(value, MOST_ROWS),
    })),
  };
}

export const max_tokens = argument(Tokens, (value) => ({ max_tokens: value }));

/** What answers with times take. */
export const answer = { tz: argument(Zone, (value) => ({ tz: value })), max_tokens };
