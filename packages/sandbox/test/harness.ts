import { afterAll } from 'vitest';
import { type AccountId, type Sandbox, type SandboxOptions, startSandbox } from '../src/index.ts';

/** A Friday, in the middle of a quarter of an hour. */
export const NOW = new Date('2026-11-20T12:34:56.789Z');

export interface Asked {
  account?: AccountId;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** A sandbox at `NOW` that ends with the test file. */
export async function sandboxForTests(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ now: () => NOW, ...options });
  afterAll(() => sandbox.close());
  return sandbox;
}

/** Asks with an account's token. `path` goes on after the base of the API. */
export function ask({ voxolib }: Sandbox, path: string, { account = 'demo', headers, signal }: Asked = {}) {
  return fetch(`${voxolib.url}${path}`, {
    headers: { authorization: `Bearer ${voxolib.accounts[account].token}`, accept: 'application/json', ...headers },
    redirect: 'manual',
    ...(signal && { signal }),
  });
}

/** The `data` of a good reply. */
export async function dataOf<Data>(sandbox: Sandbox, path: string, asked?: Asked): Promise<Data> {
  const response = await ask(sandbox, path, asked);
  if (response.status !== 200) throw new Error(`${path} was answered with ${response.status}`);
  const { data } = (await response.json()) as { data: Data };
  return data;
}

export function wcb(start: string, end: string, tz = 'Europe/Paris'): string {
  return `/reports/wcb/calls?${new URLSearchParams({ start_date: start, end_date: end, tz })}`;
}

export function did(start: string, end: string, tz = 'Europe/Paris'): string {
  return `/reports/did/calls?${new URLSearchParams({ start_date: start, end_date: end, tz })}`;
}

export function minutes(product: string, start: string, end: string, tz = 'Europe/Paris'): string {
  return `/reports/minutes?${new URLSearchParams({ product, start_date: start, end_date: end, tz })}`;
}
