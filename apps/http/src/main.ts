#!/usr/bin/env node
import closeWithGrace from 'close-with-grace';
import packageJson from '../package.json' with { type: 'json' };
import { createApp } from './app.ts';
import { banner } from './banner.ts';
import { type Config, ConfigError, readCommandLine, readConfig } from './config.ts';
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

try {
  const line = readCommandLine(process.argv.slice(2));
  if (line.command === 'help') process.stdout.write(helpText());
  else if (line.command === 'version') process.stdout.write(`${version}\n`);
  // biome-ignore lint/style/noProcessEnv: the one place of this program that reads the environment
  else await serve(readConfig(line, process.env));
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(`The configuration does not fit:\n${error.message.replaceAll(/^/gm, '  ')}`);
  process.exitCode = 2;
}
