import fc from 'fast-check';
import { expect, it } from 'vitest';
import { credentialKinds } from './credential-kind.ts';
import { makeTokenText } from './token-text.ts';

const relay = /^[A-Za-z0-9_-]{8,64}\.[0-9a-f]{64}$/gy;
const kindOf = credentialKinds([{ kind: 'vendor-relay', pattern: relay }]);
const hex = 'ab'.repeat(32);

it('tells the kinds apart by form alone', () => {
  expect(kindOf(makeTokenText().text)).toBe('static-token');
  expect(kindOf('A'.repeat(43))).toBe('oauth');
  // Twice: a pattern that remembers where it stopped would miss the second.
  expect(kindOf(`public-key.${hex}`)).toBe('vendor-relay');
  expect(kindOf(`public-key.${hex}`)).toBe('vendor-relay');
  expect(credentialKinds()(`public-key.${hex}`)).toBe('unknown');
  for (const text of ['', 'A'.repeat(42), 'A'.repeat(44), `public-key.${hex}0`, ` public-key.${hex}`, "' OR 1=1--"]) {
    expect(kindOf(text)).toBe('unknown');
  }
});

it('never takes what was meant as a gateway token for one that is passed on', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', `.${hex}`, 'A'.repeat(36)), (noise, end) => {
      expect(kindOf(`vx_mcp_${noise}${end}`)).toBe('static-token');
    }),
  );
});

it('does not look at what is too long for any kind', () => {
  const greedy = credentialKinds([{ kind: 'any', pattern: /.*/ }]);
  expect(greedy('a'.repeat(512))).toBe('any');
  expect(greedy('a'.repeat(513))).toBe('unknown');
});
