import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFlag, readMoney, readNumber, readSeconds, readText } from './scalars.ts';

test.each([
  ['', null],
  ['-1', null],
  [-1, null],
  [null, null],
  [undefined, null],
  ['0000-00-00', null],
  ['0000-00-00 00:00:00', null],
  ['007', '007'],
  [' a65 ', 'a65'],
  [0, '0'],
])('text of %j is %j', (value, text) => expect(readText(value)).toBe(text));

test.each([
  ['0.00900000', '0.009'],
  ['41.270300', '41.2703'],
  ['-0.85', '-0.85'],
  ['007.5', '7.50'],
  ['-0.000', '0.00'],
  [12, '12.00'],
  [0.0000001, '0.0000001'],
  ['12,50', null],
  ['', null],
  ['NaN', null],
])('money of %j is %j', (value, amount) => expect(readMoney(value)).toBe(amount));

test.each([
  ['1', true],
  [1, true],
  ['Yes', true],
  ['Y', true],
  ['no', false],
  [0, false],
  ['', false],
  ['perhaps', null],
  [undefined, null],
])('flag of %j is %j', (value, flag) => expect(readFlag(value)).toBe(flag));

test.each([
  ['97', 97],
  ['01:37', 97],
  ['00:01:37', 97],
  ['812:07:44', 2_923_664],
  ['-1', null],
  ['1:2:3:4', null],
  ['', null],
])('seconds of %j are %j', (value, seconds) => expect(readSeconds(value)).toBe(seconds));

test('a decimal is the same number, as money and as a number, text or not', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 8 }), (digits, places) => {
      const text = (digits / 10 ** places).toFixed(places);
      expect(readNumber(text)).toBe(Number(text));
      const money = readMoney(text) ?? '';
      expect(Number(money)).toBeCloseTo(Number(text), 10);
      expect(money).toMatch(/^-?\d+\.\d{2,}$/);
      expect(readMoney(money)).toBe(money);
    }),
  );
});

test('nothing throws, whatever comes', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      for (const read of [readText, readNumber, readMoney, readSeconds]) {
        const result = read(value);
        expect(result === null || typeof result === 'string' || Number.isFinite(result)).toBe(true);
      }
    }),
  );
});
