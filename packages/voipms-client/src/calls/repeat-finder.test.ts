import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparable } from '../phone-number.ts';
import type { WireRow } from '../rows.ts';
import { createHashIndex } from './hash-index.ts';
import { createRepeatFinder } from './repeat-finder.ts';

const call = { uniqueid: '1x1', callerid: '"ACME" <4165550117>', destination: '5145550142', seconds: '97' };
const AT = Date.parse('2026-11-18T19:05:52Z');

function repeatsOf(calls: readonly (readonly [WireRow, number])[]): boolean[] {
  const finder = createRepeatFinder();
  return calls.map(([row, at]) => finder.isRepeat(row, at));
}

test.each<[string, WireRow, number, boolean]>([
  ['its id', { ...call, seconds: '5', callerid: '' }, AT + 1000, true],
  [
    'the same parties under another id',
    { ...call, uniqueid: '1x2', callerid: '"+14165550117" <4165550117>' },
    AT,
    true,
  ],
  ['the same parties without an id', { ...call, uniqueid: null, callerid: '+1 416 555 0117', seconds: 97 }, AT, true],
  ['another time', { ...call, uniqueid: '1x2' }, AT + 1000, false],
  ['another length', { ...call, uniqueid: '1x2', seconds: '98' }, AT, false],
  ['another caller', { ...call, uniqueid: '1x2', callerid: '<4165550118>' }, AT, false],
  ['another destination', { ...call, uniqueid: '1x2', destination: '5145550143' }, AT, false],
])('of two calls with %s', (_, other, at, repeat) => {
  expect(
    repeatsOf([
      [call, AT],
      [other, at],
    ]),
  ).toEqual([false, repeat]);
});

test('calls without ids and of one time are told apart, however many there are', () => {
  const calls = Array.from(
    { length: 5000 },
    (_, index) => [{ callerid: `<${index}>`, destination: '1', seconds: '0' }, AT] as const,
  );
  expect(repeatsOf([...calls, ...calls]).filter(Boolean)).toHaveLength(calls.length);
});

test('what is found is what comparing every call with all before it finds', () => {
  const text = (...values: readonly unknown[]) => fc.constantFrom(...values);
  const row = fc.record({
    uniqueid: text('', null, undefined, 7, '7', 'a', 'é', '北', '北京', '\ud800', '\ud801', 'aa'),
    callerid: text(
      '<1>',
      '"北京" <1>',
      '"Zoë" <1>',
      'anonymous',
      null,
      '<2>',
      '+1 416 555 0117',
      '4165550117',
      '<4165550117',
      '> <011 33 6 12 34 56 78>',
      '<+33612345678>',
      '<sip:7@b>',
    ),
    destination: text('1', '2', 'sip:me', undefined, '14165550117', '4165550117'),
    seconds: text('1', 1, '2', undefined),
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(row, fc.constantFrom(AT, AT + 500, AT + 1000, 0)), { maxLength: 60 }), (calls) => {
      expect(repeatsOf(calls)).toEqual(repeatsByComparing(calls));
    }),
    { numRuns: 300 },
  );
});

test('things of one hash are all found', () => {
  const index = createHashIndex();
  for (let thing = 0; thing < 5000; thing += 1) index.add(thing % 3 === 0 ? 1 : thing);
  for (let thing = 0; thing < 5000; thing += 1) {
    expect(index.find(thing % 3 === 0 ? 1 : thing, (found) => found === thing)).toBe(thing);
  }
  expect(index.find(5001, () => true)).toBeUndefined();
});

function repeatsByComparing(calls: readonly (readonly [WireRow, number])[]): boolean[] {
  const before: (readonly [WireRow, number])[] = [];
  return calls.map(([row, at]) => {
    const repeat = before.some(([other, then]) => {
      const sameId = String(row.uniqueid ?? '') !== '' && String(other.uniqueid) === String(row.uniqueid);
      return sameId || (at === then && partiesOf(row) === partiesOf(other));
    });
    if (!repeat) before.push([row, at]);
    return repeat;
  });
}

function partiesOf({ callerid, destination, seconds }: WireRow): string {
  const caller = String(callerid ?? '');
  const digits = comparable(/<([^>]*)>/.exec(caller)?.[1] ?? caller);
  return JSON.stringify([String(seconds), digits, comparable(String(destination))]);
}
