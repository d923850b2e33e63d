import type { VoxolibContract } from '@voxolib/client';
import { readVariables } from '@voxolib/client/environment';
import type { DaktelaSettings } from '@voxolib/daktela';
import { daktelaSettings } from '@voxolib/daktela/environment';
import type { Choice } from '@voxolib/mcp-tools';
import type { StatusFamilies } from '@voxolib/telephony/reports';
import type { z } from 'zod';
import type { AdminConfig } from './access/admin-config.ts';
import type { AccessConfig } from './access/store.ts';
import type { CommandLine } from './command-line.ts';
import { ConfigError } from './config-error.ts';
import { Environment } from './environment.ts';
import { isLoopbackName, KNOWN_CLIENT_ORIGINS } from './origins.ts';

/** What --try changes, so that a person sees only the banner. A variable that is set still counts. */
const TRY_DEFAULTS = { METRICS_PORT: '0', LOG_LEVEL: 'warn', ACCESS: 'true' };

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
  voipms: { baseUrl?: string };
  daktela: Required<Pick<DaktelaSettings, 'allowedHosts' | 'trustedOrigins' | 'cache'>>;
  /** Personal data is masked in all answers, whoever asks. */
  privacy: boolean;
  minutesOffered: boolean;
  /** What is shown of the tools. */
  choice: Choice;
  access: AccessConfig | undefined;
  tokenInQuery: boolean;
  legacySse: boolean;
  /** Requests of strangers in a minute from one address; 0 for any number. */
  addressLimit: number;
  cacheBytes: number;
  families: StatusFamilies;
  metrics: { host: string; port: number } | undefined;
  logLevel: string;
}

/**
 * The one reader of the environment.
 * @throws ConfigError that names every mistake at once.
 */
export function readConfig(line: CommandLine, env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const { variables, problems } = readVariables(Environment, {
    ...(line.try && TRY_DEFAULTS),
    ...given,
    ...(line.toolsets !== undefined && { TOOLSETS: line.toolsets }),
    ...(line.readOnly && { READ_ONLY: 'true' }),
  });
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
  if (variables.ALLOW_TOKEN_IN_QUERY && !variables.ACCESS) {
    problems.push('ALLOW_TOKEN_IN_QUERY: needs ACCESS=true, because only static tokens are taken in an address');
  }
  if (variables.DATABASE_URL !== undefined && variables.GATEWAY_KEYS === undefined) {
    problems.push('GATEWAY_KEYS: must be set beside DATABASE_URL, the same for every process');
  }
  const admin = readAdmin(variables, problems);
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
    voipms: variables.VOIPMS_API_URL === undefined ? {} : { baseUrl: variables.VOIPMS_API_URL },
    daktela: daktelaSettings(variables),
    privacy: variables.DAKTELA_PRIVACY,
    minutesOffered: variables.VOXOLIB_ADMIN,
    choice: { toolsets: variables.TOOLSETS, readOnly: variables.READ_ONLY },
    access: variables.ACCESS
      ? {
          dataDir: line.try && given.DATA_DIR === undefined ? undefined : variables.DATA_DIR,
          databaseUrl: variables.DATABASE_URL,
          redisUrl: variables.REDIS_URL,
          gatewayKeys: variables.GATEWAY_KEYS,
          alertWebhookUrl: variables.ALERT_WEBHOOK_URL,
          retentionDays: variables.AUDIT_RETENTION_DAYS,
          admin,
        }
      : undefined,
    tokenInQuery: variables.ALLOW_TOKEN_IN_QUERY,
    legacySse: variables.LEGACY_SSE,
    addressLimit: variables.ADDRESS_LIMIT,
    cacheBytes: variables.CACHE_MB * 1024 * 1024,
    families: variables.VOXOLIB_STATUS_FAMILIES,
    metrics: variables.METRICS_PORT === 0 ? undefined : { host: variables.METRICS_HOST, port: variables.METRICS_PORT },
    logLevel: variables.LOG_LEVEL,
  };
}

/** Adds to `problems`. */
function readAdmin(variables: z.output<typeof Environment>, problems: string[]): AdminConfig | undefined {
  const { ADMIN_TOKEN: token, ADMIN_OIDC_ISSUER: issuer, ADMIN_OIDC_CLIENT_ID: clientId } = variables;
  const { ADMIN_OIDC_CLIENT_SECRET: clientSecret, ADMIN_OIDC_GROUP: group } = variables;
  const complete = issuer !== undefined && clientId !== undefined && clientSecret !== undefined && group !== undefined;
  const oidc = complete ? { issuer, clientId, clientSecret, group } : undefined;
  const parts = { ISSUER: issuer, CLIENT_ID: clientId, CLIENT_SECRET: clientSecret, GROUP: group };
  const given = Object.values(parts).some((part) => part !== undefined);
  for (const [name, part] of Object.entries(parts)) {
    if (given && part === undefined)
      problems.push(`ADMIN_OIDC_${name}: must be set beside the other ADMIN_OIDC variables`);
  }
  if (token === undefined && !given) return undefined;
  if (!variables.ACCESS) problems.push('ACCESS: must be true for ADMIN_TOKEN and the ADMIN_OIDC variables');
  return { token, oidc };
}
