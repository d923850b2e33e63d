import { expect, test } from 'vitest';
import { defaultStatusFamilies, familyOf, StatusFamilies } from './status-family.ts';

test.each([
  ['answered', 'answered'],
  ['ANSWERED', 'answered'],
  ['No Answer', 'missed'],
  ['no-answer', 'missed'],
  ['NO_ANSWER', 'missed'],
  ['NoAnswer', 'missed'],
  ['voicemail', 'missed'],
  ['Busy', 'busy'],
  ['rejected', 'failed'],
  ['callback_scheduled', 'other'],
  ['', 'other'],
  ['__proto__', 'other'],
  ['constructor', 'other'],
  ['hasOwnProperty', 'other'],
  ['x'.repeat(10_000), 'other'],
])('%s is %s', (status, family) => {
  expect(familyOf(status, defaultStatusFamilies)).toBe(family);
});

test('a table of one’s own is found however its names are written', () => {
  const own = StatusFamilies.parse({ 'Call Back': 'answered', 'LEFT-EARLY': 'missed' });
  const table = { ...defaultStatusFamilies, ...own };
  expect(familyOf('call_back', table)).toBe('answered');
  expect(familyOf('Left early', table)).toBe('missed');
  expect(familyOf('answered', table)).toBe('answered');
});

test('a family that there is not is refused', () => {
  expect(StatusFamilies.safeParse({ voicemail: 'lost' }).success).toBe(false);
  expect(StatusFamilies.safeParse(defaultStatusFamilies).success).toBe(true);
});
