import fc from 'fast-check';
import { expect, test } from 'vitest';
import { errorWords, flattenError } from './error-text.ts';

test.each<[unknown, object[]]>([
  [undefined, []],
  [null, []],
  [[], []],
  [{}, []],
  ['', []],
  [{ primary: [], form: {} }, []],
  [[{ form: [], primary: {} }], []],
  ['Object not exist', [{ message: 'Object not exist' }]],
  [
    ['Access denied', 'Log in'],
    [{ message: 'Access denied' }, { message: 'Log in' }],
  ],
  [
    { primary: ['Not valid'], form: { title: 'Required' } },
    [{ message: 'Not valid' }, { field: 'title', message: 'Required' }],
  ],
  [{ primary: [], form: { title: ['Too long'] } }, [{ field: 'title', message: 'Too long' }]],
  [{ form: { customFields: { email: ['Bad address'] } } }, [{ field: 'customFields.email', message: 'Bad address' }]],
  [[{ form: { user: ['Unknown'] }, primary: [] }], [{ field: 'user', message: 'Unknown' }]],
  [{ code: 7, message: 'Broken' }, [{ field: 'code', message: '7' }, { message: 'Broken' }]],
])('%j is %j', (error, flat) => {
  expect(flattenError(error)).toEqual(flat);
});

test('a web page says nothing', () => {
  expect(errorWords('<!DOCTYPE html><p>Bad gateway</p>', [])).toBe('');
  expect(errorWords(['<html', 'Broken'], [])).toBe('Broken');
});

test('a long text is cut, between characters', () => {
  const words = errorWords('\u{1f600} '.repeat(400), []);
  expect([...words]).toHaveLength(300);
  expect(words.endsWith('…')).toBe(true);
  expect(words.isWellFormed()).toBe(true);
});

test('whatever comes, it is one short line without a secret', () => {
  const AnyError = fc.letrec((tie) => ({
    error: fc.oneof(
      { maxDepth: 6 },
      fc.string({ unit: 'binary' }),
      fc.constantFrom('said Pa55-canary', 'Pa55\u0000-canary', 'canary%20word', 'Pa55-\u200bcanary'),
      fc.array(tie('error'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom('primary', 'form', 'title', 'Pa55-canary', 'message'), tie('error'), {
        maxKeys: 4,
      }),
      fc.constantFrom(null, true, 0),
    ),
  })).error;
  fc.assert(
    fc.property(AnyError, (error) => {
      const words = errorWords(error, ['Pa55-canary', 'canary word']);
      expect([...words].length).toBeLessThanOrEqual(300);
      expect(words).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(words).not.toMatch(/Pa55-canary|canary word|canary%20word/);
    }),
  );
});
