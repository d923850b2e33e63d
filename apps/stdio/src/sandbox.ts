import type { Sandbox } from '@voxolib/sandbox';
import type { Credential } from './credential.ts';

/** A made-up account in the place of a real one. */
export interface DemoAccount {
  voxolib: { baseUrl: string; fetch?: typeof globalThis.fetch };
  credential: Credential;
  close(): Promise<void>;
}

/** The demo account of a sandbox that runs. */
export async function demoAccount(): Promise<DemoAccount> {
  const { voxolib, close } = await start();
  return { voxolib: { baseUrl: voxolib.url }, credential: { token: voxolib.accounts.demo.token }, close };
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
  return {
    voxolib: {
      baseUrl: BASE_URL,
      async fetch(input, init) {
        starting ??= start();
        const { voxolib } = await starting;
        const asked = new Request(input, init);
        const request = new Request(asked.url.replace(BASE_URL, voxolib.url), asked);
        request.headers.set('authorization', `Bearer ${voxolib.accounts.demo.token}`);
        return globalThis.fetch(request);
      },
    },
    credential: { token: TOKEN },
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
