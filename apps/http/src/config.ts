import { parseArgs } from 'node:util';
import type { VoxolibContract } from '@voxolib/client';
import { readVariables, voxolibVariables } from '@voxolib/client/environment';
import type { StatusFamilies } from '@voxolib/telephony/reports';
import { z } from 'zod';
import type { AccessConfig } from './access/store.ts';
import { isLoopbackName, KNOWN_CLIENT_ORIGINS } from './origins.ts';

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  );
const port = (fallback: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number, 0 to 65535')
    .transform(Number)
    .refine((value) => value <= 65_535, 'must be a port number, 0 to 65535')
    .default(fallback);
const hostname = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)$/i;

/** Every variable that the HTTP server reads. `docs/configuration.md` is written from this. */
export const Environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on'),
  PORT: port(8787).describe('Port to listen on'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) URL' })
    .optional()
    .describe(
      'Origin under which clients reach this server, e.g. https://mcp.example.com. Required unless HOST is a loopback address',
    ),
  ALLOWED_HOSTS: list
    .refine(
      (names) => names.every((name) => hostname.test(name)),
      'must be host names without ports, separated by commas',
    )
    .describe('More host names to accept in the Host header, separated by commas'),
  ALLOWED_ORIGINS: list
    .refine(
      (origins) => origins.every((origin) => URL.canParse(origin)),
      'must be origins such as https://app.example.com, separated by commas',
    )
    .describe('More browser origins to accept, separated by commas'),
  TRUST_PROXY: list.describe(
    'Addresses or CIDR ranges of the proxies whose X-Forwarded-* headers are believed, separated by commas',
  ),
  ...voxolibVariables,
  VENDOR_TIMEOUT_MS: z
    .string()
    .regex(/^\d{3,6}$/, 'must be milliseconds, 100 to 280000')
    .default('25000')
    .transform(Number)
    .refine((milliseconds) => milliseconds <= 280_000, 'must be milliseconds, 100 to 280000')
    .describe('Longest time that a call may wait for the vendor, in milliseconds'),
  ACCESS: z
    .enum(['true', 'false'], 'must be true or false')
    .default('false')
    .transform((text) => text === 'true')
    .describe('true adds sign-in (OAuth), static tokens, scopes, limits and the audit; the relay works all the same'),
  DATA_DIR: z
    .string()
    .min(1)
    .default('data')
    .describe('Folder of the embedded database and of its keys, where ACCESS is true'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// URL' })
    .optional()
    .describe('PostgreSQL instead of the embedded database; needs GATEWAY_KEYS'),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: 'must be a redis:// URL' })
    .optional()
    .describe('Redis, for limits that several processes share'),
  GATEWAY_KEYS: z
    .string()
    .optional()
    .describe(
      'Keys that seal what is kept, as <id>:<base64 of 32 bytes>, the one in use first; made in DATA_DIR otherwise',
    ),
  CACHE_MB: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number of mebibytes')
    .default('64')
    .transform((text) => Math.max(1, Number(text)))
    .describe('Memory for days that are over, in mebibytes; they are kept for two days, and today for 15 seconds'),
  METRICS_HOST: z.string().min(1).default('127.0.0.1').describe('Address that /metrics listens on'),
  METRICS_PORT: port(9464).describe('Port that /metrics listens on; 0 switches metrics off, as --try does'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('Least severe level to log; --try logs from warn'),
});

/** What --try changes, so that a person sees only the banner. A variable that is set still counts. */
const TRY_DEFAULTS = { METRICS_PORT: '0', LOG_LEVEL: 'warn', ACCESS: 'true' };

const options = {
  try: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  name: { type: 'string' },
  scope: { type: 'string' },
  tier: { type: 'string' },
  days: { type: 'string' },
  format: { type: 'string' },
} as const;

const commands = ['audit verify', 'audit export', 'token create', 'token revoke'] as const;
type Command = 'serve' | 'help' | 'version' | (typeof commands)[number];

export interface CommandLine {
  command: Command;
  /** What stands behind the command. */
  operands?: string[];
  options?: {
    name?: string | undefined;
    scope?: string | undefined;
    tier?: string | undefined;
    days?: string | undefined;
    format?: string | undefined;
  };
  /** For a first try: a sandbox unless an API is configured, and words on how to connect. */
  try: boolean;
}

export interface Config {
  /** Start the sandbox, and talk to it. */
  sandbox: boolean;
  /** Say how to connect, on stdout. */
  banner: boolean;
  host: string;
  port: number;
  /** `undefined` until the port is known, on a loopback address. */
  publicUrl: URL | undefined;
  allowedHosts: string[];
  allowedOrigins: string[];
  trustProxy: string[];
  voxolib: { baseUrl: string; contract: VoxolibContract; timeouts: { totalMs: number } };
  minutesOffered: boolean;
  access: AccessConfig | undefined;
  cacheBytes: number;
  families: StatusFamilies;
  metrics: { host: string; port: number } | undefined;
  logLevel: string;
}

/** Everything that is wrong with a configuration, each line beginning with the variable's name. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** @throws ConfigError when an argument is not known. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
    const { help, version, try: trial = false, ...rest } = values;
    const [group, verb, ...operands] = positionals;
    const named = group === undefined ? 'serve' : commands.find((command) => command === `${group} ${verb}`);
    if (named === undefined)
      throw new Error(`there is no command ${JSON.stringify(positionals.join(' ').slice(0, 40))}`);
    return { command: help ? 'help' : version ? 'version' : named, operands, options: rest, try: trial };
  } catch (error) {
    throw new ConfigError(`arguments: ${error instanceof Error ? error.message : 'not understood'}`);
  }
}

/**
 * The one reader of the environment.
 * @throws ConfigError that names every mistake at once.
 */
export function readConfig(line: CommandLine, env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const { variables, problems } = readVariables(Environment, { ...(line.try && TRY_DEFAULTS), ...given });
  if (variables === undefined) throw new ConfigError(problems.join('\n'));

  const loopback = isLoopbackName(variables.HOST);
  const publicUrl = variables.PUBLIC_URL === undefined ? undefined : new URL(variables.PUBLIC_URL);
  if (publicUrl === undefined && !loopback) {
    problems.push(`PUBLIC_URL: must be set, because HOST ${variables.HOST} can be reached from other machines`);
  }
  if (publicUrl !== undefined && (publicUrl.pathname !== '/' || publicUrl.search !== '' || publicUrl.username !== '')) {
    problems.push('PUBLIC_URL: must be an origin, without a path, a query or credentials');
  }
  if (publicUrl?.protocol === 'http:' && !isLoopbackName(publicUrl.hostname)) {
    problems.push('PUBLIC_URL: must be https, because tokens travel to it');
  }
  if (variables.DATABASE_URL !== undefined && variables.GATEWAY_KEYS === undefined) {
    problems.push('GATEWAY_KEYS: must be set beside DATABASE_URL, the same for every process');
  }
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));

  const contract = variables.VOXOLIB_API_CONTRACT;
  const publicNames = publicUrl === undefined ? [] : [publicUrl.hostname];
  const loopbackNames = loopback ? ['localhost', '127.0.0.1', '[::1]'] : [];
  return {
    sandbox: line.try && variables.VOXOLIB_API_URL === undefined,
    banner: line.try,
    host: variables.HOST,
    port: variables.PORT,
    publicUrl,
    allowedHosts: [...publicNames, ...loopbackNames, ...variables.ALLOWED_HOSTS],
    allowedOrigins: [
      ...publicNames,
      ...loopbackNames,
      ...[...KNOWN_CLIENT_ORIGINS, ...variables.ALLOWED_ORIGINS].map((origin) => new URL(origin).hostname),
    ],
    trustProxy: variables.TRUST_PROXY,
    voxolib: {
      baseUrl: variables.VOXOLIB_API_URL ?? contract.base_url,
      contract,
      timeouts: { totalMs: variables.VENDOR_TIMEOUT_MS },
    },
    minutesOffered: variables.VOXOLIB_ADMIN,
    access: variables.ACCESS
      ? {
          dataDir: line.try && given.DATA_DIR === undefined ? undefined : variables.DATA_DIR,
          databaseUrl: variables.DATABASE_URL,
          redisUrl: variables.REDIS_URL,
          gatewayKeys: variables.GATEWAY_KEYS,
        }
      : undefined,
    cacheBytes: variables.CACHE_MB * 1024 * 1024,
    families: variables.VOXOLIB_STATUS_FAMILIES,
    metrics: variables.METRICS_PORT === 0 ? undefined : { host: variables.METRICS_HOST, port: variables.METRICS_PORT },
    logLevel: variables.LOG_LEVEL,
  };
}
