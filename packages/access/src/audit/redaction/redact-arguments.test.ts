import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { MAX_ARGUMENTS_LENGTH, redactArguments } from './redact-arguments.ts';

const key = createSecretKey(Buffer.alloc(32, 'texts'));
const redacted = (value: unknown, credentials?: string[]): unknown =>
  JSON.parse(redactArguments(value, { key, ...(credentials && { credentials }) }));

describe('keeps', () => {
  it.each([
    [{ start_date: '2026-11-01', end_date: '2026-11-20', tz: 'Europe/Paris' }],
    [{ period: '2026-11-01/2026-11-30', group_by: ['day', 'status'], limit: 200, fresh: true, of: null }],
    [{ from: '2026-11-20T23:59:59+01:00', tz: 'America/Argentina/Buenos_Aires', week: '2026-W14' }],
    [{ call_id: '0199c5b0-4411-7e2d-9f6a-3a2b1c4d5e6f', extension: '1204', queue: 'support (fr)', rate: 0.25 }],
    [{ '2026': 1, étage: 'né à Aix-en-Provence' }],
  ])('%j', (input) => {
    expect(redacted(input)).toEqual(input);
  });
});

describe('masks', () => {
  it.each([
    ['+33612345678', '+336…78'],
    ['+33 6 12 34 56 78', '+336…78'],
    ['0033 6.12.34.56.78', '+336…78'],
    ['06 12 34 56 78', '06…78'],
    ['(+1) 415-555-2671', '(+141…71'],
    ['call +33612345678 or 01/23/45/67/89 back', 'call +336…78 or 01…89 back'],
    ['＋３３６１２３４５６７８', '+336…78'],
    ['tel0612345678', 'tel06…78'],
    [33612345678, '33…78'],
    ['jean.dupont@example.com', 'j…@example.com'],
    ['Bearer abc', '[secret]'],
    ['https://user:hunter2@example.com/', 'https://[secret]example.com/'],
    ['https://example.com/?api_key=abc123&x=1', 'https://example.com/?api_key=[secret]&x=1'],
    [`pk_live_1234.${'0a'.repeat(32)}`, '[secret]'],
    ['vx_mcp_0123456789ab_abcdefghijklmnopqrstuvwxyz', '[secret]'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', '[secret]'],
    ['deadbee1'.repeat(4), '[secret]'],
  ])('%j as %j', (input, output) => {
    expect(redacted({ value: input })).toEqual({ value: output });
    expect(redacted([{ nested: [input] }])).toEqual([{ nested: [output] }]);
  });

  it('numbers and addresses that are names of fields', () => {
    expect(redacted({ '+33612345678': { 'a@b.example': 1 } })).toEqual({ '+336…78': { 'a…@b.example': 1 } });
  });

  it('names of people', () => {
    expect(redacted({ first_name: 'Jeanne', callerName: 'Dupont', name: 'Main queue' })).toEqual({
      first_name: 'J…',
      callerName: 'D…',
      name: 'Main queue',
    });
  });

  it('messages of any length, and long texts of any name, as length and hash', () => {
    const [first, again, other] = ['Your code is 1234', 'Your code is 1234', 'Your code is 1235'].map((message) =>
      JSON.stringify(redacted({ message })),
    );
    expect(first).toMatch(/^\{"message":"\[text: 17 characters, [\da-f]{12}\]"\}$/);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
    expect(redacted({ sms: { body: ['hi'] } })).toEqual({ sms: { body: [expect.stringMatching(/^\[text: 2 /)] } });
    expect(redacted({ query: 'x'.repeat(1_000_000) })).toEqual({ query: expect.stringMatching(/^\[text: 1000000 /) });
  });
});

describe('drops', () => {
  it.each([
    'password',
    'client_secret',
    'apiKey',
    'API-KEY',
    'X-Voxolib-Token',
    'access token',
    'Authorization',
    'ｐａｓｓｗｏｒｄ',
    'pin',
    'cvv2',
  ])('what is called %j, with its name', (name) => {
    expect(redacted({ [name]: { deep: 'hunter2' }, tz: 'UTC' })).toEqual({ tz: 'UTC', '…': '1 left out' });
  });

  it('credentials of the call, wherever they stand and however they are written', () => {
    const secret = 'p&ss wörd/1';
    for (const form of [
      secret,
      secret.toUpperCase(),
      encodeURIComponent(secret),
      Buffer.from(secret).toString('base64'),
      Buffer.from(secret).toString('base64url'),
      Buffer.from(secret).toString('hex'),
    ]) {
      const output = redacted({ a: form, b: [`before ${form} after`], [`key ${form}`]: 1, c: 'other' }, [secret]);
      expect(output).toEqual({ a: '[secret]', b: ['[secret]'], '[secret]': 1, c: 'other' });
    }
    expect(redacted({ n: 12345678 }, ['12345678'])).toEqual({ n: '[secret]' });
    expect(redacted({ n: 1234.5678 }, ['1234.5678'])).toEqual({ n: '[secret]' });
  });

  it('control characters and marks that turn or hide a text', () => {
    expect(redacted({ 'a\u0000b': 'x\r\ny\u202ez\u200b\u2028' })).toEqual({ 'a b': 'x y z' });
    expect(redacted({ half: '\ud800' })).toEqual({ half: '\ufffd' });
  });
});

describe('is bounded', () => {
  it.each([
    [
      'many fields',
      Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`field_${index}`, 'x'.repeat(150)])),
    ],
    ['many items', Array.from({ length: 100_000 }, (_, index) => ({ index }))],
    ['long names', { ['x'.repeat(100_000)]: 1 }],
    ['much that is not text', Array.from({ length: 30 }, () => Array.from({ length: 30 }, () => '"'.repeat(100)))],
  ])('for %s', (_name, input) => {
    const text = redactArguments(input, { key });
    expect(text.length).toBeLessThanOrEqual(MAX_ARGUMENTS_LENGTH);
    expect(() => JSON.parse(text)).not.toThrow();
  });

  it('in depth', () => {
    let deep: unknown = 'end';
    for (let index = 0; index < 10_000; index += 1) deep = { deep };
    expect(JSON.stringify(redacted(deep))).not.toContain('end');
  });
});

describe('takes', () => {
  const circular: { self?: unknown } = {};
  circular.self = circular;
  const hostile = new Proxy(
    {},
    {
      ownKeys() {
        throw new Error('no');
      },
    },
  );
  const withGetter = Object.defineProperty({}, 'x', {
    enumerable: true,
    get() {
      throw new Error('no');
    },
  });
  it.each([
    undefined,
    null,
    1n,
    Number.NaN,
    Symbol('s'),
    () => 1,
    circular,
    hostile,
    withGetter,
    JSON.parse('{"__proto__":{"a":1}}'),
  ])('anything without a throw', (input) => {
    expect(() => JSON.parse(redactArguments(input, { key }))).not.toThrow();
  });

  it('what is called __proto__ as any other name', () => {
    expect(redactArguments(JSON.parse('{"__proto__":{"a":1}}'), { key })).toBe('{"__proto__":{"a":1}}');
  });
});
