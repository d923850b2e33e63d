import type { DaktelaSettings } from '@voxolib/daktela';
import { type Sandbox, type SandboxOptions, startSandbox } from '@voxolib/sandbox';
import { type App, type AppOptions, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';

export interface Gateway {
  app: App;
  sandbox: Sandbox;
  origin: string;
  /** Every line that was logged. */
  log: string[];
  close(): Promise<void>;
}

/** The whole server from its sources, listening, with the sandbox as the vendor. */
export async function startGateway(
  env: Record<string, string> = {},
  sandboxOptions: SandboxOptions = {},
  appOptions: Pick<AppOptions, 'fetchDocument' | 'retentionFirstMs'> & { daktela?: DaktelaSettings } = {},
): Promise<Gateway> {
  const sandbox = await startSandbox(sandboxOptions);
  const log: string[] = [];
  const config = readConfig(
    { command: 'serve', try: false },
    {
      VOXOLIB_API_URL: sandbox.voxolib.url,
      VOIPMS_API_URL: sandbox.voipms.url,
      DAKTELA_TRUSTED_ORIGINS: sandbox.daktela.url,
      VOXOLIB_ADMIN: 'true',
      VENDOR_TIMEOUT_MS: '10000',
      ...env,
    },
  );
  const { daktela, ...others } = appOptions;
  Object.assign(config.daktela, daktela);
  const app = await createApp({
    config,
    version: '0.0.0',
    publicUrl: config.publicUrl ?? new URL('http://127.0.0.1'),
    ...others,
    logTo: { write: (line) => void log.push(line) },
  });
  const port = env.PORT === undefined ? 0 : Number(env.PORT);
  const origin = await app.server.listen({ host: '127.0.0.1', port });
  return {
    app,
    sandbox,
    origin,
    log,
    async close() {
      await app.server.close();
      await sandbox.close();
    },
  };
}
