import type { Tool } from '@voxolib/mcp-tools';
import { ChatChannel } from '@voxolib/telephony/contact-centre';
import { z } from 'zod';

/** What was answered to the trials before, by their names. */
export type Answers = ReadonlyMap<string, object>;

/** The last seven days that are over. */
export interface Days {
  start_date: string;
  end_date: string;
}

type Given = (answers: Answers, days: Days) => object | undefined;

/** One call of a tool. Its name is the tool's, and what the tool is tried with where there are several. */
export interface Try {
  name: string;
  /** What sets it apart from the other calls of the tool. */
  fixed: Readonly<Record<string, string>>;
}

const Accounts = z.object({ accounts: z.array(z.looseObject({ value: z.string() })) });
const Recordings = z.object({ recordings: z.array(z.looseObject({ id: z.string(), account: z.string() })) });
const Calls = z.object({ calls: z.array(z.looseObject({ direction: z.string(), from: z.string() })) });

/** The argument of which every value is tried. */
const each: Readonly<Record<string, string>> = {
  daktela_list_chats: 'channel',
  daktela_get_chat: 'channel',
  daktela_list_crm: 'kind',
  daktela_get_crm: 'kind',
  daktela_list_reference: 'kind',
};
const channels = ChatChannel.options;

/** Every call that a tool is tried by. */
export function triesOf({ name, input }: Pick<Tool, 'name' | 'input'>): Try[] {
  const argument = each[name];
  const values = argument !== undefined && input instanceof z.ZodObject ? input.shape[argument] : undefined;
  if (argument === undefined || !(values instanceof z.ZodEnum)) return [{ name, fixed: {} }];
  return values.options.map((value) => ({ name: `${name} ${value}`, fixed: { [argument]: String(value) } }));
}

/** What each tool is tried with; one that is not here needs nothing. Undefined: what it needs has not been answered. */
const given: Readonly<Record<string, Given>> = {
  call_stats: () => ({ period: 'last_7_days', group_by: ['day'] }),
  compare_periods: () => ({ period: 'last_7_days' }),
  find_anomalies: () => ({ period: 'last_7_days' }),
  export_calls: () => ({ period: 'last_7_days' }),
  voxolib_wcb_calls: (_, days) => ({ ...days }),
  voxolib_did_calls: (_, days) => ({ ...days }),
  voxolib_minutes_report: (_, days) => ({ product: 'did', ...days }),
  voipms_get_call_recordings: (answers, days) => madeOf(accountOf(answers), (account) => ({ account, ...days })),
  voipms_get_call_transcript: (answers, days) => madeOf(accountOf(answers), (account) => ({ account, ...days })),
  voipms_get_call_recording: (answers) =>
    madeOf(readAs(Recordings, answers.get('voipms_get_call_recordings'))?.recordings[0], ({ id, account }) => ({
      recording: id,
      account,
    })),
  ...found('daktela_get_ticket', 'ticket', 'daktela_list_tickets'),
  ...found('daktela_get_activity', 'id', 'daktela_list_activities'),
  ...found('daktela_get_call', 'id', 'daktela_list_calls'),
  ...found('daktela_get_call_transcript', 'id', 'daktela_list_calls'),
  ...found('daktela_get_email', 'id', 'daktela_list_emails'),
  ...found('daktela_get_campaign_record', 'id', 'daktela_list_campaign_records'),
  ...found('daktela_get_article', 'id', 'daktela_search_articles'),
  ...found('daktela_get_crm contact', 'id', 'daktela_list_crm contacts'),
  ...found('daktela_get_crm account', 'id', 'daktela_list_crm accounts'),
  ...found('daktela_get_crm crm_record', 'id', 'daktela_list_crm crm_records'),
  ...Object.assign(
    {},
    ...channels.map((name) => found(`daktela_get_chat ${name}`, 'id', `daktela_list_chats ${name}`)),
  ),
  voipms_inspect_number: (answers) => madeOf(callerOf(answers), (number) => ({ number })),
};

/** The arguments of a call; undefined while another tool has not answered what they are made of. */
export function liveArguments({ name, fixed }: Try, answers: Answers, days: Days): object | undefined {
  const make = given[name];
  const made = make === undefined ? {} : make(answers, days);
  return made && { ...made, ...fixed };
}

/** A tool that is tried with the first of the records that another one has listed. */
function found(name: string, argument: string, list: string): Record<string, Given> {
  return { [name]: (answers) => madeOf(firstId(answers.get(list)), (id) => ({ [argument]: id })) };
}

function firstId(answer: object | undefined): string | undefined {
  const rows = Object.values(answer ?? {}).find((value) => Array.isArray(value));
  return readAs(z.array(z.looseObject({ id: z.string() })).min(1), rows)?.[0]?.id;
}

/** The vendor's word for all accounts, where its list has it: any of them may be the one with recordings. */
function accountOf(answers: Answers): string | undefined {
  const values = readAs(Accounts, answers.get('voipms_get_call_accounts'))?.accounts.map(({ value }) => value) ?? [];
  return values.find((value) => value === 'all') ?? values[0];
}

function callerOf(answers: Answers): string | undefined {
  const calls = readAs(Calls, answers.get('voipms_get_recent_cdr'))?.calls ?? [];
  return calls.find(({ direction, from }) => direction === 'inbound' && from !== '')?.from;
}

function readAs<Schema extends z.ZodType>(schema: Schema, answer: unknown): z.output<Schema> | undefined {
  return schema.safeParse(answer).data;
}

function madeOf<Value>(value: Value | undefined, make: (value: Value) => object): object | undefined {
  return value === undefined ? undefined : make(value);
}
