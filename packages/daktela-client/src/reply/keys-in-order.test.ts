import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keysInOrder } from './keys-in-order.ts';

test('keys come as they were written, also those that are numbers', () => {
  const text =
    '{"error":[],"result":{"total":3,"data":{"9":{"3":1,"data":{"2":1}},"10":{"a":[{"b":"}"}]},"1":"x:\\""}},"data":{"7":1}}';
  expect(keysInOrder(text, ['result', 'data'])).toEqual(['9', '10', '1']);
  expect(keysInOrder('{"result":{"data":{}}}', ['result', 'data'])).toEqual([]);
  expect(keysInOrder('[]', ['result', 'data'])).toEqual([]);
});

test('they are the keys that JSON has, whatever stands around them', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (data, other) => {
      const text = JSON.stringify({ other, result: { before: other, data, after: [data] } });
      expect(keysInOrder(text, ['result', 'data'])).toEqual(Object.keys(data));
    }),
  );
});

test('a text of megabytes is no trouble', () => {
  const data = { b: 'x\\"'.repeat(1_000_000), a: 1 };
  expect(keysInOrder(JSON.stringify({ result: { data } }), ['result', 'data'])).toEqual(['b', 'a']);
});
