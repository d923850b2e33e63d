import { type CallStatus, callStatuses } from '@voxolib/access';
import { CalendarDate, EARLIEST_DATE, TimeZone } from '@voxolib/telephony';

export type CallField = 'from' | 'to' | 'tz' | 'tool' | 'status' | 'client' | 'token' | 'user';

/** What can be wrong with the text of one field. */
type FieldProblem = 'date' | 'tz' | 'tool' | 'status' | 'text';

interface Rule {
  problem: FieldProblem;
  fits(text: string): boolean;
}

const TOOL = /^[\w.-]{1,100}$/;
const TEXT = /^[^\p{Cc}\p{Cf}]{1,200}$/u;

const date: Rule = {
  problem: 'date',
  fits: (text: string) => CalendarDate.safeParse(text).success && text >= EARLIEST_DATE,
};
const anyText: Rule = { problem: 'text', fits: (text: string) => TEXT.test(text) };

const rules: Record<CallField, Rule> = {
  from: date,
  to: date,
  tz: { problem: 'tz', fits: (text) => TimeZone.safeParse(text).success },
  tool: { problem: 'tool', fits: (text) => TOOL.test(text) },
  status: { problem: 'status', fits: isStatus },
  client: anyText,
  token: anyText,
  user: anyText,
};

/** What is wrong with a text that somebody gives for a field; undefined when it fits. */
export function fieldProblem(name: CallField, text: string): FieldProblem | undefined {
  const { fits, problem } = rules[name];
  return fits(text) ? undefined : problem;
}

export function isStatus(text: string): text is CallStatus {
  return callStatuses.some((status) => status === text);
}
