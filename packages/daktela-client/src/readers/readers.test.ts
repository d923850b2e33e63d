import { expect, test } from 'vitest';
import { readCustomFields } from './custom-fields.ts';
import { readRef, readRefs } from './ref.ts';
import { readFlag, readNumber, readSeconds, readText } from './scalars.ts';

test.each<[unknown, object | undefined]>([
  [
    { name: 'alice', title: 'Alice', options: {} },
    { id: 'alice', title: 'Alice' },
  ],
  [
    { name: 4100, title: 'Mail' },
    { id: '4100', title: 'Mail' },
  ],
  [{ id_call: '1.2' }, { id: '1.2' }],
  [{ title: 'Alice', alias: '' }, { title: 'Alice' }],
  [{ title: '', alias: 'Ali' }, { title: 'Ali' }],
  ['alice', { id: 'alice' }],
  [100101, { id: '100101' }],
  [0, { id: '0' }],
  [{}, undefined],
  [[], undefined],
  [null, undefined],
  ['', undefined],
  [undefined, undefined],
  [true, undefined],
])('the reference %j', (value, ref) => {
  expect(readRef(value)).toEqual(ref);
});

test.each<[unknown, object[]]>([
  [
    [{ name: 'a' }, 'b', null, {}],
    [{ id: 'a' }, { id: 'b' }],
  ],
  [{ x: { name: 'a' }, y: { name: 'b' } }, [{ id: 'a' }, { id: 'b' }]],
  [{ name: 'a', title: 'A' }, [{ id: 'a', title: 'A' }]],
  ['a', [{ id: 'a' }]],
  [[], []],
  [{}, []],
  [null, []],
])('the references %j', (value, refs) => {
  expect(readRefs(value)).toEqual(refs);
});

test.each<[unknown, boolean | undefined]>([
  ...[true, 1, '1', 'true', 'YES', 'Yes', ' y '].map((value): [unknown, boolean] => [value, true]),
  ...[false, 0, '0', 'false', 'NO', 'no'].map((value): [unknown, boolean] => [value, false]),
  ...['', null, undefined, 2, 'maybe', {}, []].map((value): [unknown, undefined] => [value, undefined]),
])('the flag %j is %s', (value, flag) => {
  expect(readFlag(value)).toBe(flag);
});

test.each<[unknown, object]>([
  [
    { number: ['+420600000001'], email: [null], note: [], vip: 'yes', count: [3, true] },
    { number: ['+420600000001'], vip: ['yes'], count: ['3', 'true'] },
  ],
  [[], {}],
  [{}, {}],
  [null, {}],
  ['x', {}],
])('the custom fields %j', (value, fields) => {
  expect(readCustomFields(value)).toEqual(fields);
});

test('numbers and durations', () => {
  expect([0, '12', ' 3.5 ', '-7'].map(readNumber)).toEqual([0, 12, 3.5, -7]);
  expect(['', null, 'x', '1e3', '0x10', Number.NaN, []].map(readNumber)).toEqual(Array(7).fill(undefined));
  expect(['0.4', 231, -1, ''].map(readSeconds)).toEqual([0.4, 231, undefined, undefined]);
  expect([' a ', 7, '', null, {}].map(readText)).toEqual(['a', '7', undefined, undefined, undefined]);
});
