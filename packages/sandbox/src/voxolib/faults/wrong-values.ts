import type { FaultKind } from '../../faults/fault.ts';
import { oneOf } from '../../faults/parameters.ts';
import type { VoxolibReply } from '../wire.ts';
import { editFirst, type Row } from './loose-reply.ts';

const counts = {
  negative: -1,
  huge: 2 ** 53,
  text: 'many',
  null: null,
  fraction: 1.5,
};

const wrongTypes = {
  data: (body: VoxolibReply) => ({ ...body, data: 'none' }),
  reply: () => [],
  row: (body: VoxolibReply) => editFirst(body, () => 'none'),
  date: (body: VoxolibReply) => editFirst(body, (row) => ({ ...row, date: 20_260_301 })),
  numbers: (body: VoxolibReply) => editFirst(body, (row) => withNumbers(row, { value: 1 })),
};

const countNames = ['negative', 'huge', 'text', 'null', 'fraction'] as const satisfies (keyof typeof counts)[];
const partNames = ['data', 'reply', 'row', 'date', 'numbers'] as const satisfies (keyof typeof wrongTypes)[];

/** Replies that are well-formed JSON, or nearly, with values that cannot be. */
export const wrongValueFaults: readonly FaultKind<VoxolibReply>[] = [
  {
    name: 'counts',
    usage: `counts=${countNames.join('|')}`,
    summary: 'such values for the numbers of the first row',
    make({ value }) {
      const kind = oneOf(value, countNames);
      return { edit: (body) => editFirst(body, (row) => withNumbers(row, counts[kind])) };
    },
  },
  {
    name: 'not-a-number',
    usage: 'not-a-number',
    summary: 'the first number is a bare NaN, which is not JSON',
    make: () => ({ send: (text) => text.replace(/:-?\d[\d.]*/, ':NaN') }),
  },
  {
    name: 'wrong-types',
    usage: `wrong-types[=${partNames.join('|')}]`,
    summary: 'another type for this part of the reply (data unless told)',
    make: ({ value }) => ({ edit: wrongTypes[oneOf(value, partNames, 'data')] }),
  },
];

/** Replaces every number of a row, also those of its breakdown. */
function withNumbers(row: Row, replacement: unknown): Row {
  const replaced = Object.entries(row).map(([name, value]) => {
    if (typeof value === 'number') return [name, replacement];
    return typeof value === 'object' && value !== null ? [name, withNumbers({ ...value }, replacement)] : [name, value];
  });
  return Object.fromEntries(replaced);
}
