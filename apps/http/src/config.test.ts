import { describe, expect, test } from 'vitest';
import { readCommandLine } from './command-line.ts';
import { readConfig } from './config.ts';
import { ConfigError } from './config-error.ts';
import { Environment } from './environment.ts';
import { helpText } from './help.ts';

const serve = { command: 'serve', try: false } as const;

function problemsOf(env: Record<string, string>): string[] {
  try {
    readConfig(serve, env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
}

describe('readConfig', () => {
  test('needs nothing on a machine of one’s own', () => {
    expect(readConfig(serve, {})).toMatchObject({
      host: '127.0.0.1',
      port: 8787,
      sandbox: false,
      minutesOffered: false,
      voxolib: { baseUrl: 'https://api.voxolib.com/v2' },
      metrics: { host: '127.0.0.1', port: 9464 },
    });
  });

  test('serves streamable HTTP on the port that a platform gives, and names the program for stdio', () => {
    expect(readConfig(serve, { MCP_TRANSPORT: 'streamable-http', PORT: '8080' })).toMatchObject({ port: 8080 });
    expect(problemsOf({ MCP_TRANSPORT: 'stdio' })).toEqual([
      expect.stringMatching(/^MCP_TRANSPORT: must be streamable-http.*npx -y @voxolib\/mcp$/),
    ]);
  });

  test('says where Daktela instances may be, what is kept of them, and whether people are named', () => {
    expect(readConfig(serve, {})).toMatchObject({
      daktela: { allowedHosts: [], trustedOrigins: [], cache: { ttlMs: 3_600_000 } },
      privacy: false,
    });
    const env = { DAKTELA_ALLOWED_HOSTS: 'crm.example.com', DAKTELA_PRIVACY: 'true', CACHE_ENABLED: 'false' };
    expect(readConfig(serve, env)).toMatchObject({
      daktela: { allowedHosts: ['crm.example.com'], cache: false },
      privacy: true,
    });
    expect(problemsOf({ DAKTELA_ALLOWED_HOSTS: '10.0.0.1', CACHE_TTL_SECONDS: 'x' })).toHaveLength(2);
  });

  test('reports all mistakes together, by the variable’s name', () => {
    const problems = problemsOf({
      HOST: '0.0.0.0',
      PORT: '99999',
      METRICS_PORT: 'x',
      VOXOLIB_ADMIN: 'yes',
      VOXOLIB_API_URL: 'http://api.voxolib.com',
      VOXOLIB_TIMEOUT: '3',
      ALLOWED_ORIGINS: 'app.example.com',
      ALLOWED_HOSTS: 'https://x',
      LOG_LEVEL: 'loud',
      VENDOR_TIMEOUT_MS: '5',
    });
    const names = problems.map((line) => line.split(':')[0]);
    expect(names.sort()).toEqual(
      [
        'PORT',
        'METRICS_PORT',
        'VOXOLIB_ADMIN',
        'VOXOLIB_API_URL',
        'VOXOLIB_TIMEOUT',
        'ALLOWED_ORIGINS',
        'ALLOWED_HOSTS',
        'LOG_LEVEL',
        'VENDOR_TIMEOUT_MS',
      ].sort(),
    );
  });

  test.each([
    ['is needed where other machines can reach the server', { HOST: '0.0.0.0' }, 'PUBLIC_URL: must be set'],
    ['must be https', { PUBLIC_URL: 'http://mcp.example.com' }, 'PUBLIC_URL: must be https'],
    ['must be an origin', { PUBLIC_URL: 'https://mcp.example.com/path' }, 'PUBLIC_URL: must be an origin'],
    ['must be a URL', { PUBLIC_URL: 'mcp.example.com' }, 'PUBLIC_URL: must be an http(s) URL'],
  ])('PUBLIC_URL %s', (_, env, words) => {
    expect(problemsOf(env)).toEqual([expect.stringContaining(words)]);
  });

  test.each([
    ['https://hooks.example.com/services/canary', []],
    ['http://127.0.0.1:9000/hook', []],
    ['http://hooks.example.com/services/canary', [/^ALERT_WEBHOOK_URL: must be an https URL/]],
    ['canary', [/^ALERT_WEBHOOK_URL: must be an https URL/]],
  ])('ALERT_WEBHOOK_URL %s keeps its secret, and is never shown', (address, problems) => {
    const found = problemsOf({ ALERT_WEBHOOK_URL: address });
    expect(found).toEqual(problems.map((words) => expect.stringMatching(words)));
    expect(found.join()).not.toContain('canary');
  });

  test.each(['0', '-1', '1.5', '36501', 'for ever'])('AUDIT_RETENTION_DAYS is not %s', (days) => {
    expect(problemsOf({ AUDIT_RETENTION_DAYS: days })).toEqual([
      expect.stringMatching(/^AUDIT_RETENTION_DAYS: must be/),
    ]);
  });

  test.each([
    [{ ACCESS: 'true', ADMIN_TOKEN: 'canary'.repeat(5) }, [/^ADMIN_TOKEN: must have at least 32/]],
    [{ ADMIN_TOKEN: 'canary'.repeat(6) }, [/^ACCESS: must be true for ADMIN_TOKEN/]],
    [
      { ACCESS: 'true', ADMIN_OIDC_ISSUER: 'http://id.example.com', ADMIN_OIDC_CLIENT_ID: 'a' },
      [/^ADMIN_OIDC_ISSUER: must be an https URL/],
    ],
    [
      { ACCESS: 'true', ADMIN_OIDC_ISSUER: 'https://id.example.com', ADMIN_OIDC_CLIENT_ID: 'a' },
      [/^ADMIN_OIDC_CLIENT_SECRET: must be set beside/, /^ADMIN_OIDC_GROUP: must be set beside/],
    ],
  ])('/admin is not opened by %j', (env, problems) => {
    const found = problemsOf(env as Record<string, string>);
    expect(found).toEqual(problems.map((words) => expect.stringMatching(words)));
    expect(found.join()).not.toContain('canary');
  });

  test('credentials in the environment are neither read nor complained of', () => {
    const config = readConfig(serve, { VOXOLIB_ACCESS_TOKEN: 'canary-token', VOXOLIB_CLIENT_SECRET_KEY: 'canary-key' });
    expect(JSON.stringify(config)).not.toContain('canary');
  });

  test('--try brings the sandbox, unless an API is configured', () => {
    const line = readCommandLine(['--try']);
    expect(readConfig(line, {})).toMatchObject({ sandbox: true, banner: true, metrics: undefined, logLevel: 'warn' });
    expect(readConfig(line, { VOXOLIB_API_URL: 'https://api.example.com' })).toMatchObject({
      sandbox: false,
      banner: true,
      voxolib: { baseUrl: 'https://api.example.com' },
    });
  });
});

test('an unknown argument is refused', () => {
  expect(() => readCommandLine(['--token', 'x'])).toThrow(ConfigError);
});

test('--help names every variable', () => {
  for (const name of Object.keys(Environment.shape)) {
    expect(helpText()).toMatch(new RegExp(`^  ${name} +\\S`, 'm'));
  }
});
