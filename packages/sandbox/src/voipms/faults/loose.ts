import type { FaultKind } from '../../faults/fault.ts';
import { oneOf } from '../../faults/parameters.ts';

const GROUP_KEYS = ['phonebooks', 'phonebook_groups'] as const;

/** Replies that are within the contract, though no client expects them. */
export const looseFaults: readonly FaultKind<object>[] = [
  {
    name: 'one-row-objects',
    usage: 'one-row-objects',
    summary: 'a list of one row comes as the row alone (within the contract)',
    make: () => ({ edit: (reply) => mapValues(reply, oneRowAlone) }),
  },
  {
    name: 'numbers',
    usage: 'numbers',
    summary: 'ids and figures as numbers (within the contract)',
    make: () => ({ edit: numbersBare }),
  },
  {
    name: 'nulls',
    usage: 'nulls',
    summary: 'what is not set as null (within the contract)',
    make: () => ({ edit: emptyAsNull }),
  },
  {
    name: 'groups-key',
    usage: `groups-key=${GROUP_KEYS.join('|')}`,
    summary: 'the key of the list of phonebook groups (within the contract)',
    make({ value }) {
      const key = oneOf(value, GROUP_KEYS);
      return { edit: (reply) => renameGroups(reply, key) };
    },
  },
  {
    name: 'no-status',
    usage: 'no-status',
    summary: 'a reply without its status',
    make: () => ({ edit: (reply) => Object.fromEntries(Object.entries(reply).filter(([name]) => name !== 'status')) }),
  },
];

function mapValues(reply: object, change: (value: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(reply).map(([name, value]) => [name, change(value)]));
}

function oneRowAlone(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? value[0] : value;
}

function numbersBare(reply: object): unknown {
  return JSON.parse(JSON.stringify(reply), (_, part: unknown) =>
    typeof part === 'string' && /^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(part) ? Number(part) : part,
  );
}

function emptyAsNull(reply: object): unknown {
  return JSON.parse(JSON.stringify(reply), (_, part: unknown) => (part === '' ? null : part));
}

/** Renames the list only where there is one: an entry's own list has the name of the first key as well. */
function renameGroups(reply: object, key: string): object {
  const rows = Object.entries(reply).find(
    ([, value]) => Array.isArray(value) && value.length > 0 && 'phonebook_group' in value[0],
  );
  if (rows === undefined) return reply;
  return Object.fromEntries(Object.entries(reply).map(([name, value]) => [name === rows[0] ? key : name, value]));
}
