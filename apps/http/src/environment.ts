import { voxolibVariables } from '@voxolib/client/environment';
import { daktelaVariables } from '@voxolib/daktela/environment';
import { readToolsets, toolsetNames } from '@voxolib/mcp-tools';
import { voipmsVariables } from '@voxolib/voipms/environment';
import { z } from 'zod';
import { isSafeAddress } from './origins.ts';

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
  MCP_TRANSPORT: z
    .literal(
      'streamable-http',
      'must be streamable-http, which is what this program serves; over stdio it is: npx -y @voxolib/mcp',
    )
    .default('streamable-http')
    .describe('streamable-http, and nothing else: `npx -y @voxolib/mcp` is the program for stdio'),
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
  ...voipmsVariables,
  ...daktelaVariables,
  VENDOR_TIMEOUT_MS: z
    .string()
    .regex(/^\d{3,6}$/, 'must be milliseconds, 100 to 280000')
    .default('25000')
    .transform(Number)
    .refine((milliseconds) => milliseconds <= 280_000, 'must be milliseconds, 100 to 280000')
    .describe('Longest time that a call may wait for the vendor, in milliseconds'),
  TOOLSETS: z
    .string()
    .optional()
    .transform((text, context) => {
      try {
        return text === undefined ? undefined : readToolsets(text, 'TOOLSETS');
      } catch {
        context.addIssue({
          code: 'custom',
          message: `must be names of ${toolsetNames.join(', ')}, separated by commas`,
        });
        return z.NEVER;
      }
    })
    .describe('Toolsets to show, separated by commas; all of them otherwise. --toolsets does the same'),
  READ_ONLY: z
    .enum(['true', 'false'], 'must be true or false')
    .default('false')
    .transform((text) => text === 'true')
    .describe('true shows no tool that changes something, whoever asks. --read-only does the same'),
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
  ALERT_WEBHOOK_URL: z
    .string()
    .refine(isSafeAddress, 'must be an https URL, or http on this machine alone')
    .optional()
    .describe("Where alerts are sent, in Slack's form; a secret. Without it they are only shown on /admin"),
  AUDIT_RETENTION_DAYS: z
    .string()
    .regex(/^[1-9]\d{0,4}$/, 'must be a number of days, 1 to 36500')
    .transform(Number)
    .refine((days) => days <= 36_500, 'must be a number of days, 1 to 36500')
    .optional()
    .describe('How long the record of a call is kept, in days; for ever otherwise'),
  ADMIN_TOKEN: z
    .string()
    .min(32, 'must have at least 32 characters, for example from `openssl rand -base64 32`')
    .optional()
    .describe('Opens /admin, where the record of all accounts is: a secret of at least 32 characters'),
  ADMIN_OIDC_ISSUER: z
    .string()
    .refine(isSafeAddress, 'must be an https URL, or http on this machine alone')
    .optional()
    .describe('OpenID provider whose users may open /admin; needs the other ADMIN_OIDC variables'),
  ADMIN_OIDC_CLIENT_ID: z.string().optional().describe('How the OpenID provider knows this server'),
  ADMIN_OIDC_CLIENT_SECRET: z.string().optional().describe('The secret that goes with it'),
  ADMIN_OIDC_GROUP: z
    .string()
    .optional()
    .describe('Name of the group, in the claim `groups`, whose members are let in'),
  ALLOW_TOKEN_IN_QUERY: z
    .enum(['true', 'false'], 'must be true or false')
    .default('false')
    .transform((text) => text === 'true')
    .describe(
      'true takes static tokens in ?token= as well, to read, for clients that can send no header; needs ACCESS',
    ),
  LEGACY_SSE: z
    .enum(['true', 'false'], 'must be true or false')
    .default('false')
    .transform((text) => text === 'true')
    .describe('true serves GET /sse as well, for clients that know only the HTTP+SSE transport of 2024'),
  ADDRESS_LIMIT: z
    .string()
    .regex(/^\d{1,7}$/, 'must be a number of requests')
    .default('600')
    .transform(Number)
    .describe('Requests to /mcp without a valid token that one address may make in a minute; 0 for any number'),
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
