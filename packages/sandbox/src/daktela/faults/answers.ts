import type { FaultKind } from '../../faults/fault.ts';
import { oneOf } from '../../faults/parameters.ts';
import type { Envelope } from '../envelope.ts';

const TOTALS = ['text', 'null', 'absent'] as const;
const LARGE_TEXT =
  '<p>Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt.</p>\n';
const MEGABYTE = 1_000_000;
const MAIL_MEGABYTES = 5;

/** Answers of a kind that its clients have seen. */
export const answerFaults: readonly FaultKind<Envelope>[] = [
  {
    name: 'error-200',
    usage: 'error-200[=<text>]',
    summary: 'status 200 with an error beside what was asked for',
    make: ({ value = 'Interní chyba' }) => ({ edit: (body) => ({ ...body, error: { primary: [value], form: {} } }) }),
  },
  {
    name: 'refused',
    usage: 'refused[=<text>]',
    summary: 'status 400 with this text as the error of a field',
    make: ({ value = 'Filtr podle času není povolen' }) => ({
      async answer(reply) {
        await reply.code(400).send({ error: { primary: [], form: { filter: [value] } }, result: [] });
      },
    }),
  },
  {
    name: 'total',
    usage: `total=${TOTALS.join('|')}`,
    summary: 'the number of matches as text, as null, or left out (within the contract)',
    make({ value }) {
      const how = oneOf(value, TOTALS);
      return { edit: (body) => editList(body, ({ data, total }) => ({ data, ...totalAs(how, total) })) };
    },
  },
  {
    name: 'keyed',
    usage: 'keyed',
    summary: 'the records of a list as an object, keyed by their names (within the contract)',
    make: () => ({ edit: (body) => editList(body, (list) => ({ ...list, data: keyed(list.data) })) }),
  },
  {
    name: 'no-timezone',
    usage: 'no-timezone',
    summary: 'an envelope that does not tell the time zone (within the contract)',
    make: () => ({ edit: ({ _timezone, ...body }) => body }),
  },
  {
    name: 'large-text',
    usage: 'large-text',
    summary: `every text of a mail or an activity is ${MAIL_MEGABYTES} MB long`,
    make: () => ({ edit: (body) => JSON.parse(JSON.stringify(body), enlarge) }),
  },
];

/** The result of a list, as it is told from that of a record. */
export interface List {
  data: readonly Record<string, unknown>[];
  total?: number;
}

export function editList(body: Envelope, edit: (list: List) => unknown): unknown {
  const { result } = body;
  const isList = typeof result === 'object' && result !== null && 'data' in result;
  return isList ? { ...body, result: edit(result as List) } : body;
}

function totalAs(how: (typeof TOTALS)[number], total: number | undefined): { total?: unknown } {
  if (how === 'absent') return {};
  return { total: how === 'null' ? null : String(total) };
}

function keyed(data: List['data']): Record<string, unknown> {
  return Object.fromEntries(data.map((record, place) => [String(record.name ?? record.id_call ?? place), record]));
}

function enlarge(key: string, value: unknown): unknown {
  if (key !== 'text' || typeof value !== 'string') return value;
  return LARGE_TEXT.repeat(Math.ceil((MAIL_MEGABYTES * MEGABYTE) / LARGE_TEXT.length));
}
