import type { Sandbox, VoipmsAccountId } from '../../src/index.ts';

export interface AskedVoipms {
  account?: VoipmsAccountId;
  by?: 'get' | 'post';
  fault?: string;
  /** Instead of those of the account; undefined leaves one out. */
  credentials?: { username?: string | undefined; password?: string | undefined };
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export type Body = { status: string; message?: string } & Record<string, unknown>;
export type Wire = Record<string, string>;

/** Calls a method as clients of the real API do. */
export function askVoipms(sandbox: Sandbox, method: string, parameters: Wire = {}, asked: AskedVoipms = {}) {
  const { account = 'demo', by = 'post', fault, headers, signal } = asked;
  const { username, apiPassword } = sandbox.voipms.accounts[account];
  const { username: api_username, password: api_password } = asked.credentials ?? { username, password: apiPassword };
  const all = Object.entries({ api_username, api_password, method, ...parameters }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  const init = { headers: { ...headers, ...(fault && { 'x-sandbox-fault': fault }) }, ...(signal && { signal }) };
  if (by === 'get') return fetch(`${sandbox.voipms.url}?${new URLSearchParams(all)}`, init);
  const form = new FormData();
  for (const [name, value] of all) form.append(name, value);
  return fetch(sandbox.voipms.url, { ...init, method: 'POST', body: form });
}

export async function callVoipms(
  sandbox: Sandbox,
  method: string,
  parameters?: Wire,
  asked?: AskedVoipms,
): Promise<Body> {
  const response = await askVoipms(sandbox, method, parameters, asked);
  return JSON.parse(await response.text()) as Body;
}

/** The rows of a good reply, under this key. */
export async function rowsOf(sandbox: Sandbox, key: string, ...rest: [string, Wire?, AskedVoipms?]): Promise<Wire[]> {
  const body = await callVoipms(sandbox, ...rest);
  const rows = body[key];
  if (body.status !== 'success' || !Array.isArray(rows)) throw new Error(`${rest[0]} was answered with ${body.status}`);
  return rows as Wire[];
}

/** The question for a report of calls, with every status. */
export function cdr(date_from: string, date_to: string, more: Wire = {}): Wire {
  return { date_from, date_to, timezone: '-5', answered: '1', noanswer: '1', busy: '1', failed: '1', ...more };
}
