#!/usr/bin/env node
import { GatewayKeysError } from '@voxolib/access';
import { isTelephonyError } from '@voxolib/telephony';
import closeWithGrace from 'close-with-grace';
import packageJson from '../package.json' with { type: 'json' };
import { createApp } from './app.ts';
import { banner } from './banner.ts';
import { type CommandLine, readCommandLine } from './command-line.ts';
import { auditExport } from './commands/audit-export.ts';
import { auditVerify } from './commands/audit-verify.ts';
import { doctor } from './commands/doctor.ts';
import { createToken, revokeToken } from './commands/tokens.ts';
import { type Config, readConfig } from './config.ts';
import { ConfigError } from './config-error.ts';
import { helpText } from './help.ts';
import { metricsServer } from './operations/metrics-server.ts';
import { publicUrlOf } from './public-url.ts';

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
  if (sandbox !== undefined) {
    config.voxolib.baseUrl = sandbox.voxolib.url;
    config.voipms.baseUrl = sandbox.voipms.url;
    config.daktela.trustedOrigins = [...config.daktela.trustedOrigins, sandbox.daktela.url];
  }
  const publicUrl = publicUrlOf(config);
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
      voipms: sandbox?.voipms.accounts.demo,
      daktela: sandbox && { ...sandbox.daktela.accounts.demo, url: sandbox.daktela.url },
      account: config.access !== undefined,
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

const print = (text: string) => void process.stdout.write(`${text}\n`);

/** Resolves once the reader of stdout has taken the piece. */
function writeOut(piece: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(piece, (error) => (error ? reject(error) : resolve()));
  });
}

async function run(line: CommandLine, config: Config): Promise<0 | 1> {
  const { access } = config;
  if (line.command === 'serve') {
    await serve(config);
    return 0;
  }
  if (access === undefined) throw new ConfigError('ACCESS: must be true for this command');
  const [first = '', second = ''] = line.operands ?? [];
  if (line.command === 'audit verify') return auditVerify(access, print);
  if (line.command === 'audit export') {
    return auditExport(access, line.options ?? {}, writeOut);
  }
  if (line.command === 'token revoke') return revokeToken(access, first, second, print);
  return createToken({ ...config, access }, line.options ?? {}, process.stdin, print);
}

try {
  const line = readCommandLine(process.argv.slice(2));
  if (line.command === 'help') process.stdout.write(helpText());
  else if (line.command === 'version') process.stdout.write(`${version}\n`);
  else {
    // biome-ignore lint/style/noProcessEnv: the one place of this program that reads the environment
    const read = () => readConfig(line, process.env);
    process.exitCode =
      line.command === 'doctor' ? await doctor(read, { url: line.options?.url, print }) : await run(line, read());
  }
} catch (error) {
  if (!(error instanceof ConfigError || isTelephonyError(error) || error instanceof GatewayKeysError)) throw error;
  console.error(`The configuration does not fit:\n${error.message.replaceAll(/^/gm, '  ')}`);
  process.exitCode = 2;
}
