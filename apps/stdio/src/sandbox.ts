import type { Sandbox } from '@voxolib/sandbox';
import type { Config, Credentials } from './config.ts';

/** A made-up account in the place of a real one. */
export interface DemoAccount {
  voxolib: { baseUrl: string; fetch?: typeof globalThis.fetch };
  voipms: Config['voipms'];
  daktela: Config['daktela'];
  credentials: Credentials;
  close(): Promise<void>;
}

/** The demo account of a sandbox that runs. */
export async function demoAccount(): Promise<DemoAccount> {
  const { voxolib, voipms, daktela, close } = await start();
  const { username, apiPassword: password } = voipms.accounts.demo;
  return {
    voxolib: { baseUrl: voxolib.url },
    voipms: { baseUrl: voipms.url },
    daktela: { trustedOrigins: [daktela.url] },
    credentials: {
      voxolib: { token: voxolib.accounts.demo.token },
      voipms: { username, password },
      daktela: { url: daktela.url, accessToken: daktela.accounts.demo.accessToken },
    },
    close,
  };
}

const BASE_URL = 'http://127.0.0.1';
/** Has the form that the client asks for; the demo account's own token takes its place on the way. */
const TOKEN = `sandbox.${'0'.repeat(64)}`;

/**
 * The demo account of a sandbox that starts with the first request to it. Loading it takes as long as the rest of the
 * program, and a client waits for the tools first.
 */
export function demoAccountOnDemand(): DemoAccount {
  let starting: Promise<Sandbox> | undefined;
  const started = () => {
    starting ??= start();
    return starting;
  };
  return {
    voxolib: {
      baseUrl: BASE_URL,
      async fetch(input, init) {
        const { voxolib } = await started();
        const asked = new Request(input, init);
        const request = new Request(asked.url.replace(BASE_URL, voxolib.url), asked);
        request.headers.set('authorization', `Bearer ${voxolib.accounts.demo.token}`);
        return globalThis.fetch(request);
      },
    },
    voipms: {
      baseUrl: BASE_URL,
      async fetch(input, init) {
        const { voipms } = await started();
        const { username, apiPassword } = voipms.accounts.demo;
        const request = new Request(input, init);
        const body = await request.formData();
        body.set('api_username', username);
        body.set('api_password', apiPassword);
        return globalThis.fetch(voipms.url, { method: 'POST', body, signal: request.signal });
      },
    },
    daktela: {
      trustedOrigins: [BASE_URL],
      async fetch(input, init) {
        const { daktela } = await started();
        const asked = new Request(input, init);
        const request = new Request(asked.url.replace(BASE_URL, daktela.url), asked);
        request.headers.set('x-auth-token', daktela.accounts.demo.accessToken);
        return globalThis.fetch(request);
      },
    },
    credentials: {
      voxolib: { token: TOKEN },
      voipms: { username: 'sandbox', password: 'sandbox' },
      daktela: { url: BASE_URL, accessToken: 'sandbox' },
    },
    async close() {
      const sandbox = await starting?.catch(() => undefined);
      await sandbox?.close();
    },
  };
}

async function start(): Promise<Sandbox> {
  const { startSandbox } = await import('@voxolib/sandbox');
  return startSandbox();
}
