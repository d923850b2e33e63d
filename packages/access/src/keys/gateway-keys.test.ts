import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { EXAMPLE_KEY, GatewayKeys, GatewayKeysError, parseGatewayKeys } from './gateway-keys.ts';

const secret = () => randomBytes(32).toString('base64');
const [one, two] = [secret(), secret()];

it('seals with the first key and opens with all', () => {
  const keys = parseGatewayKeys(`2026-11:${one},2026-08:${two}`);
  expect(keys.current.id).toBe('2026-11');
  expect(keys.all.map(({ id }) => id)).toEqual(['2026-11', '2026-08']);
  expect(keys.find('2026-08')?.subkey('seal')).toEqual(parseGatewayKeys(`2026-08:${two}`).current.subkey('seal'));
  expect(keys.find('2026-05')).toBeUndefined();
});

it('reads lines, spaces, and base64url without padding', () => {
  const url = Buffer.from(one, 'base64').toString('base64url');
  const keys = parseGatewayKeys(` new:${url}\n old:${two}\n`);
  expect(keys.current.subkey('seal')).toEqual(parseGatewayKeys(`other-id:${one}`).current.subkey('seal'));
  expect(keys.all).toHaveLength(2);
});

it('has another subkey for each purpose, the same every time', () => {
  const { current } = parseGatewayKeys(`a:${one}`);
  const purposes = [
    'seal',
    'refresh-successor',
    'request-state',
    'cookie',
    'csrf',
    'token-hash',
    'fingerprint',
  ] as const;
  const subkeys = purposes.map((purpose) => current.subkey(purpose).toString('hex'));
  expect(new Set([...subkeys, Buffer.from(one, 'base64').toString('hex')]).size).toBe(purposes.length + 1);
  expect(current.subkey('seal').toString('hex')).toBe(subkeys[0]);
  expect(current.subkey('seal')).toHaveLength(32);
});

const short = randomBytes(31).toString('base64');
const refused = [
  ['nothing', '', 'openssl rand'],
  ['no id', one, 'entry 1'],
  ['an empty id', `:${one}`, 'entry 1'],
  ['no key', `2026-11:${one},2026-08:`, 'entry 2'],
  ['what is not base64', `2026-11:${one.slice(0, 20)}!${one.slice(20)}`, 'entry 1'],
  ['a short key', `2026-11:${short}`, 'key 2026-11 has 31 bytes'],
  ['the example', `2026-11:${EXAMPLE_KEY}`, 'key 2026-11 is the example'],
  ['zeros', `2026-11:${Buffer.alloc(32).toString('base64')}`, 'key 2026-11 is not random'],
  ['a repeated word', `2026-11:${Buffer.from('changeme'.repeat(8)).toString('base64')}`, 'key 2026-11 is not random'],
  ['one id twice', `2026-11:${one},2026-11:${two}`, 'two keys with the id 2026-11'],
  ['one key twice', `2026-11:${one},2026-08:${one}`, '2026-11 and 2026-08'],
] as const;

it.each(refused)('refuses %s, and shows no key', (_what, text, message) => {
  let error: unknown;
  try {
    parseGatewayKeys(text);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(GatewayKeysError);
  expect(String(error)).toContain(message);
  for (const key of [one, two, short]) expect(inspect(error, { depth: 12 })).not.toContain(key.slice(0, 12));
  expect(GatewayKeys.safeParse(text).error?.issues[0]?.message).toContain(message);
});

it('refuses the example also as base64url, and takes a real key in a schema', () => {
  expect(() => parseGatewayKeys(`a:${EXAMPLE_KEY.replace('=', '')}`)).toThrow('example');
  expect(GatewayKeys.parse(`a:${one}`).current.id).toBe('a');
});

it('shows no key when it is printed', () => {
  const keys = parseGatewayKeys(`a:${one}`);
  keys.current.subkey('seal');
  const shown = inspect(keys, { depth: 12, showHidden: true }) + JSON.stringify(keys);
  const bytes = [Buffer.from(one, 'base64'), keys.current.subkey('seal')];
  for (const secretBytes of bytes) {
    expect(shown).not.toContain(secretBytes.toString('base64').slice(0, 12));
    expect(shown).not.toContain(secretBytes.toString('hex').slice(0, 12));
    expect(shown).not.toContain(inspect(secretBytes).slice(8, 32));
  }
});
