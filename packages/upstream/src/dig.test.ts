import { expect, test } from 'vitest';
import { dig } from './dig.ts';

const reply = JSON.parse('{"data":{"rows":[1],"a b":{"":7},"nothing":null},"__proto__":{"x":1}}');

test.each<[string, unknown]>([
  ['', reply],
  ['data.rows', [1]],
  ['data.a b', { '': 7 }],
  ['data.nothing', null],
  ['data.nothing.more', undefined],
  ['data.rows.none', undefined],
  ['rows', undefined],
  ['toString', undefined],
  ['data.constructor.name', undefined],
  ['__proto__.x', 1],
  ['data.__proto__', undefined],
])('%s', (place, value) => {
  expect(dig(reply, place)).toEqual(value);
});
