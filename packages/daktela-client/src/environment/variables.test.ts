import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { daktelaSettings, daktelaVariables, readDaktelaCredential } from './variables.ts';

const url = 'https://acme.daktela.com';
const user = { DAKTELA_USERNAME: 'alice.demo', DAKTELA_PASSWORD: 'canary-password' };
const token = { DAKTELA_ACCESS_TOKEN: 'canary-token' };

function read(env: Record<string, string>) {
  const problems: string[] = [];
  const credential = readDaktelaCredential(env, problems);
  expect(problems.join('\n')).not.toContain('canary');
  return { credential, problems };
}

describe('a credential', () => {
  test.each<[string, Record<string, string>, object | undefined]>([
    ['nothing', {}, undefined],
    ['empty variables', { DAKTELA_URL: '', DAKTELA_PASSWORD: '' }, undefined],
    [
      'a user and a password',
      { DAKTELA_URL: url, ...user },
      { url, username: 'alice.demo', password: 'canary-password' },
    ],
    ['a token', { DAKTELA_URL: `${url}/`, ...token }, { url, accessToken: 'canary-token' }],
    ['both: the password', { DAKTELA_URL: url, ...user, ...token }, { username: 'alice.demo' }],
    [
      'an instance that is trusted',
      { DAKTELA_URL: 'http://127.0.0.1:4010', DAKTELA_TRUSTED_ORIGINS: 'http://127.0.0.1:4010', ...token },
      { url: 'http://127.0.0.1:4010' },
    ],
    [
      'an instance at an address of its own',
      { DAKTELA_URL: 'https://crm.example.com', DAKTELA_ALLOWED_HOSTS: 'a.example.com, crm.example.com', ...token },
      { url: 'https://crm.example.com' },
    ],
  ])('of %s', (_, env, credential) => {
    const found = read(env);
    expect(found.problems).toEqual([]);
    if (credential === undefined) expect(found.credential).toBeUndefined();
    else expect(found.credential).toMatchObject(credential);
  });

  test.each<[Record<string, string>, RegExp]>([
    [token, /^DAKTELA_URL: is missing beside DAKTELA_ACCESS_TOKEN$/],
    [user, /^DAKTELA_URL: is missing beside DAKTELA_USERNAME$/],
    [{ DAKTELA_URL: url }, /^DAKTELA_URL: needs DAKTELA_USERNAME and DAKTELA_PASSWORD, or DAKTELA_ACCESS_TOKEN$/],
    [{ DAKTELA_URL: url, DAKTELA_USERNAME: 'a' }, /^DAKTELA_PASSWORD: is missing beside DAKTELA_USERNAME$/],
    [{ DAKTELA_URL: url, DAKTELA_PASSWORD: 'canary' }, /^DAKTELA_USERNAME: is missing beside DAKTELA_PASSWORD$/],
    [{ DAKTELA_URL: 'http://acme.daktela.com', ...token }, /^DAKTELA_URL: must start with https:\/\/$/],
    [{ DAKTELA_URL: 'https://daktela.com.evil.example', ...token }, /^DAKTELA_URL: must be at \*\.daktela\.com/],
    [{ DAKTELA_URL: 'https://canary:x@acme.daktela.com', ...token }, /^DAKTELA_URL: is not an address/],
  ])('%j is refused by the name of the variable', (env, problem) => {
    expect(read(env).problems).toEqual([expect.stringMatching(problem)]);
  });
});

describe('settings', () => {
  const variables = (env: Record<string, string>) => z.object(daktelaVariables).safeParse(env);
  const settings = (env: Record<string, string>) => daktelaSettings(z.object(daktelaVariables).parse(env));

  test('are those of Daktela itself, with lists kept for an hour', () => {
    expect(settings({})).toEqual({ allowedHosts: [], trustedOrigins: [], cache: { ttlMs: 3_600_000 } });
    expect(variables({}).data?.DAKTELA_PRIVACY).toBe(false);
  });

  test('say how long lists are kept, or that none is', () => {
    expect(settings({ CACHE_TTL_SECONDS: '300' }).cache).toEqual({ ttlMs: 300_000 });
    expect(settings({ CACHE_ENABLED: 'false', CACHE_TTL_SECONDS: '300' }).cache).toBe(false);
  });

  test.each<Record<string, string>>([
    { DAKTELA_ALLOWED_HOSTS: 'https://crm.example.com' },
    { DAKTELA_ALLOWED_HOSTS: '10.0.0.1' },
    { DAKTELA_ALLOWED_HOSTS: '*.example.com' },
    { DAKTELA_TRUSTED_ORIGINS: '127.0.0.1:4010' },
    { DAKTELA_TRUSTED_ORIGINS: 'http://127.0.0.1:4010/path' },
    { DAKTELA_PRIVACY: 'yes' },
    { CACHE_ENABLED: '1' },
    { CACHE_TTL_SECONDS: '0' },
    { CACHE_TTL_SECONDS: '86401' },
    { CACHE_TTL_SECONDS: '5m' },
  ])('%j is refused', (env) => {
    expect(variables(env).error?.issues).toMatchObject([{ path: Object.keys(env) }]);
  });
});
