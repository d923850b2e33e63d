#!/usr/bin/env node
import { GatewayKeysError } from '@voxolib/access';
import { isTelephonyError } from '@voxolib/telephony';
import closeWithGrace from 'close-with-grace';
import packageJson from '../package.json' with { type: 'json' };
import { createApp } from './app.ts';
import { banner } from './banner.ts';
import { auditExport } from './commands/audit-export.ts';
import { auditVerify } from './commands/audit-verify.ts';
import { createToken, revokeToken } from './commands/tokens.ts';
import { type CommandLine, type Config, ConfigError, readCommandLine, readConfig } from './config.ts';
import { helpText } from './help.ts';
import { metricsServer } from './operations/metrics-server.ts';

const { version } = packageJson;

/** Longest time that a stopping server gives to the calls that are under way. */
const STOP_WITHIN_MS = 20_000;

const OLDEST_NODE = 22;

/** An older one starts, and fails at the first call. */
function requireNode(version: string): void {
  if (Number.parseInt(version, 10) >= OLDEST_NODE) return;
  throw new ConfigError(`Node.js: ${OLDEST_NODE} or newer is needed, and this is ${version}`);
}

async function serve(config: Config): Promise<void> {
  requireNode(process.versions.node);
  const sandbox = config.sandbox ? await (await import('@voxolib/sandbox')).startSandbox() : undefined;
  if (sandbox !== undefined) config.voxolib.baseUrl = sandbox.voxolib.url;
  const publicUrl = config.publicUrl ?? new URL(`http://${hostInUrl(config.host)}:${config.port}`);
  const { server, metrics } = await createApp({ config, version, publicUrl });
  const metricsApp = config.metrics && metricsServer(metrics);

  const stop = async () => {
    await Promise.all([server.close(), metricsApp?.close()]);
    await sandbox?.close();
  };
  closeWithGrace({ delay: STOP_WITHIN_MS, logger: false }, stop);
  try {
    await listen(server, { host: config.host, port: config.port }, 'PORT');
    if (metricsApp && config.metrics) await listen(metricsApp, config.metrics, 'METRICS_PORT');
  } catch (error) {
    await stop();
    throw error;
  }
  if (config.banner) {
    const facts = {
      origin: publicUrl.origin,
      token: sandbox?.voxolib.accounts.demo.token,
      sandboxUrl: sandbox?.url,
      apiUrl: config.voxolib.baseUrl,
      keys: sandbox?.voxolib.accounts.demo,
    };
    process.stdout.write(banner(facts));
  }
}

async function listen(
  app: { listen(address: { host: string; port: number }): Promise<string> },
  address: { host: string; port: number },
  variable: string,
): Promise<void> {
  await app.listen(address).catch((error: NodeJS.ErrnoException) => {
    const why =
      error.code === 'EADDRINUSE'
        ? `port ${address.port} is taken by another program; choose another`
        : `cannot listen: ${error.code}`;
    throw new ConfigError(`${variable}: ${why}`);
  });
}

function hostInUrl(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}

async function run(line: CommandLine, config: Config): Promise<0 | 1> {
  const print = (text: string) => void process.stdout.write(`${text}\n`);
  const { access } = config;
  if (line.command === 'serve') {
    await serve(config);
    return 0;
  }
  if (access === undefined) throw new ConfigError('ACCESS: must be true for this command');
  const [first = '', second = ''] = line.operands ?? [];
  if (line.command === 'audit verify') return auditVerify(access, print);
  if (line.command === 'audit export') {
    return auditExport(access, line.options?.format, (piece) => void process.stdout.write(piece));
  }
  if (line.command === 'token revoke') return revokeToken(access, first, second, print);
  return createToken({ ...config, access }, line.options ?? {}, process.stdin, print);
}

try {
  const line = readCommandLine(process.argv.slice(2));
  if (line.command === 'help') process.stdout.write(helpText());
  else if (line.command === 'version') process.stdout.write(`${version}\n`);
  // biome-ignore lint/style/noProcessEnv: the one place of this program that reads the environment
  else process.exitCode = await run(line, readConfig(line, process.env));
} catch (error) {
  if (!(error instanceof ConfigError || isTelephonyError(error) || error instanceof GatewayKeysError)) throw error;
  console.error(`The configuration does not fit:\n${error.message.replaceAll(/^/gm, '  ')}`);
  process.exitCode = 2;
}
