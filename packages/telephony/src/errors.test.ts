import { expect, test } from 'vitest';
import { isTelephonyError, TelephonyError } from './errors.ts';

test('an error is known by its brand, also one of another copy of this package', () => {
  const foreign = Object.assign(new Error('other copy'), { [Symbol.for('@voxolib/telephony/error')]: true });
  expect(isTelephonyError(new TelephonyError('NOT_FOUND', 'x'))).toBe(true);
  expect(isTelephonyError(foreign)).toBe(true);
  expect(isTelephonyError(new Error('x'))).toBe(false);
  expect(isTelephonyError(null)).toBe(false);
  expect(isTelephonyError('NOT_FOUND')).toBe(false);
});

test('only what may pass by itself is retryable', () => {
  const codes = [
    'INVALID_INPUT',
    'NOT_FOUND',
    'FORBIDDEN',
    'UNAUTHENTICATED',
    'CONFIGURATION',
    'BAD_RESPONSE',
  ] as const;
  for (const code of codes) expect(new TelephonyError(code, 'x').retryable).toBe(false);
  for (const code of ['RATE_LIMITED', 'UNAVAILABLE'] as const)
    expect(new TelephonyError(code, 'x').retryable).toBe(true);
});
