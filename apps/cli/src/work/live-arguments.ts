import { z } from 'zod';

/** What the tools that were tried before have answered, by name. */
export type Answers = ReadonlyMap<string, object>;

/** The last seven days that are over. */
export interface Days {
  start_date: string;
  end_date: string;
}

type Given = (answers: Answers, days: Days) => object | undefined;

const Accounts = z.object({ accounts: z.array(z.looseObject({ value: z.string() })) });
const Recordings = z.object({ recordings: z.array(z.looseObject({ id: z.string(), account: z.string() })) });
const Calls = z.object({ calls: z.array(z.looseObject({ direction: z.string(), from: z.string() })) });

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
  voipms_inspect_number: (answers) => madeOf(callerOf(answers), (number) => ({ number })),
};

/** The arguments that a tool is tried with; undefined while another tool has not answered what they are made of. */
export function liveArguments(tool: string, answers: Answers, days: Days): object | undefined {
  const make = given[tool];
  return make === undefined ? {} : make(answers, days);
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
