import { createSecretKey } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MAX_ARGUMENTS_LENGTH, redactArguments } from './redact-arguments.ts';

const key = createSecretKey(Buffer.alloc(32, 'texts'));

/** Something private, put somewhere into arguments of any shape. */
function around<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<{ value: Value; input: unknown }> {
  const path = fc.array(fc.oneof(fc.constantFrom('to', 'value', 'filter', 'numbers'), fc.nat(3)), { maxLength: 4 });
  const beside = fc.constantFrom('plain', true, null, 'Europe/Paris', { deep: [] });
  return fc.tuple(value, path, beside).map(([value, path, beside]) => ({
    value,
    input: path.reduce<unknown>(
      (inner, step) => (typeof step === 'number' ? [...Array(step).fill(beside), inner] : { beside, [step]: inner }),
      value,
    ),
  }));
}

/** As people write them: together or in pairs. */
const number = fc
  .tuple(
    fc.constantFrom('+', '00', '0', '(+', '＋', 'tel:', ''),
    fc.array(fc.nat(9), { minLength: 8, maxLength: 15 }).filter(([first]) => first !== 0),
    fc.constantFrom('', '', ' ', '.', '-', '\u00a0', '/', ') (', ' - '),
  )
  .map(([prefix, digits, between]) => prefix + (digits.join('').match(/\d{1,2}/g) ?? []).join(between));

it('shows no more of a phone number than three digits of its beginning, and two of its end', () => {
  const text = fc.oneof(
    number,
    number.map((number) => `call ${number}, please`),
  );
  fc.assert(
    fc.property(around(text), ({ input }) => {
      const shown = redactArguments(input, { key }).replace(/\D/g, '');
      expect(shown.length).toBeLessThanOrEqual(5);
      expect(shown.length).toBeGreaterThanOrEqual(2);
    }),
    { numRuns: 1_000 },
  );
});

it('shows nothing of what is called a secret, and no address of a person', () => {
  const secretName = fc
    .tuple(
      fc.constantFrom('', 'my_', 'x-', 'client'),
      fc.constantFrom('password', 'secret', 'Token', 'API_KEY', 'authorization'),
    )
    .map((parts) => parts.join(''));
  const canary = fc.stringMatching(/^[a-z]{12,20}$/);
  fc.assert(
    fc.property(secretName, canary, around(fc.constant(null)), (name, value, { input }) => {
      expect(redactArguments({ input, inner: [{ [name]: { value } }] }, { key })).not.toContain(value);
      expect(redactArguments({ [name]: value }, { key })).not.toContain(value);
      expect(redactArguments({ to: `${value}@example.com` }, { key })).not.toContain(value);
    }),
  );
});

it('shows no credential of the call in any form', () => {
  const credential = fc.string({ minLength: 8, maxLength: 80, unit: 'grapheme' }).filter((text) => text.isWellFormed());
  const form = fc.constantFrom<(text: string) => string>(
    (text) => text,
    encodeURIComponent,
    (text) => Buffer.from(text).toString('base64'),
    (text) => Buffer.from(text).toString('base64url'),
    (text) => Buffer.from(text).toString('hex'),
    (text) => Buffer.from(text).toString('hex').toUpperCase(),
  );
  fc.assert(
    fc.property(credential, form, fc.string(), fc.string(), (credential, write, before, after) => {
      const written = write(credential);
      const input = { free: `${before}${written}${after}`, [written]: [written] };
      const output = redactArguments(input, { key, credentials: [credential] });
      expect(output.toLowerCase()).not.toContain(JSON.stringify(written).slice(1, -1).toLowerCase());
    }),
    { numRuns: 500 },
  );
});

it('is JSON of a bounded size whatever it is given, and the same for the same', () => {
  fc.assert(
    fc.property(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
      (input) => {
        const output = redactArguments(input, { key });
        expect(output.length).toBeLessThanOrEqual(MAX_ARGUMENTS_LENGTH);
        expect(() => JSON.parse(output)).not.toThrow();
        expect(redactArguments(input, { key })).toBe(output);
      },
    ),
    { numRuns: 500 },
  );
});
