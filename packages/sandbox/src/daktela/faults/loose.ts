import type { FaultKind } from '../../faults/fault.ts';
import type { Envelope } from '../envelope.ts';
import { editList } from './answers.ts';

/** Every shape that some version of the API, or some user's rights, give the same thing. */
export const looseFault: FaultKind<Envelope> = {
  name: 'loose',
  usage: 'loose',
  summary: 'references, flags, names, dates and maps in all the shapes that have been seen (within the contract)',
  make: () => ({
    edit(body) {
      const { _timezone, _serverTime, ...rest } = JSON.parse(JSON.stringify(body)) as Envelope;
      const loose = editList(rest, ({ data, total }) => ({
        data: Object.fromEntries(data.map((record, place) => [`record_${place}`, loosened(record, place)])),
        total: total === undefined ? null : String(total),
      }));
      return loose === rest && typeof rest.result === 'object' && rest.result !== null
        ? { ...rest, error: {}, result: loosened(rest.result as Loose, 0) }
        : { ...(loose as object), error: {} };
    },
  }),
};

type Loose = Record<string, unknown>;

const DATE = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;

function loosened(record: Loose, turn: number): Loose {
  const entries = Object.entries(record).map(([name, value], place): [string, unknown] => [
    name,
    otherShape(name, value, turn + place),
  ]);
  return { ...Object.fromEntries(entries), something_new: { nested: [1, 'two', null] } };
}

function otherShape(name: string, value: unknown, turn: number): unknown {
  if (name === 'name') return typeof value === 'number' ? String(value) : value;
  if (name === 'customFields') return turn % 2 === 0 ? [] : { number: [null], email: [] };
  if (typeof value === 'boolean') return [Number(value), String(Number(value)), String(value)][turn % 3];
  if (typeof value === 'string' && DATE.test(value)) return turn % 5 === 0 ? '0000-00-00 00:00:00' : value;
  if (value === null) return turn % 3 === 0 ? {} : null;
  if (isReference(value)) return referenceShape(value, turn);
  return value;
}

function isReference(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'title' in value;
}

function referenceShape(reference: Loose, turn: number): unknown {
  const { name, title } = reference;
  return [reference, name ?? title, { title, alias: '' }, {}, null][turn % 5];
}
