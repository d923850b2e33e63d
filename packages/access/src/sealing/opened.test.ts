import { expect, it } from 'vitest';
import { rememberingOpener } from './opened.ts';

const sealed = { keyId: 'key', sealed: 'sealed' };

function watched() {
  const asked: unknown[] = [];
  const open = rememberingOpener({
    open(kind, token, { keyId, sealed: text }) {
      asked.push([kind, token, keyId, text]);
      return token === 'right' ? `${kind} of ${keyId} in ${text}` : undefined;
    },
  });
  return { open, asked };
}

it('opens once what is asked for again', () => {
  const { open, asked } = watched();
  for (let call = 0; call < 3; call += 1) expect(open('a', 'right', sealed)).toBe('a of key in sealed');
  expect(asked).toHaveLength(1);
});

it('gives what one opened to nobody who asks with another token, as another kind, or for something else', () => {
  const { open, asked } = watched();
  open('a', 'right', sealed);
  expect(open('a', 'wrong', sealed)).toBeUndefined();
  expect(open('b', 'right', sealed)).toBe('b of key in sealed');
  expect(open('a', 'right', { ...sealed, keyId: 'other' })).toBe('a of other in sealed');
  expect(open('a', 'right', { ...sealed, sealed: 'else' })).toBe('a of key in else');
  expect(asked).toHaveLength(5);
});

it('does not remember that something did not open', () => {
  const { open, asked } = watched();
  for (let call = 0; call < 2; call += 1) expect(open('a', 'wrong', sealed)).toBeUndefined();
  expect(asked).toHaveLength(2);
});
