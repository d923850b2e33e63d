import type { DaktelaAccountId, Sandbox } from '../../src/index.ts';

export interface AskedDaktela {
  account?: DaktelaAccountId;
  fault?: string;
  headers?: Record<string, string>;
  method?: string;
  /** Instead of that of the account; undefined leaves it out. */
  token?: string | undefined;
}

export type Wire = Record<string, unknown>;

export interface WireEnvelope {
  error: unknown;
  result: unknown;
  _time: string;
  _serverTime?: string;
  _timezone?: string;
}

/** Asks with the static token of an account. `path` goes on after `/api/v6/`. */
export function askDaktela({ daktela }: Sandbox, path: string, asked: AskedDaktela = {}): Promise<Response> {
  const { account = 'demo', fault, headers, method = 'GET' } = asked;
  const token = 'token' in asked ? asked.token : daktela.accounts[account].accessToken;
  return fetch(`${daktela.url}/api/v6/${path}`, {
    method,
    headers: { ...(token && { 'x-auth-token': token }), ...(fault && { 'x-sandbox-fault': fault }), ...headers },
    redirect: 'manual',
  });
}

export async function envelopeOf(sandbox: Sandbox, path: string, asked?: AskedDaktela): Promise<WireEnvelope> {
  return (await (await askDaktela(sandbox, path, asked)).json()) as WireEnvelope;
}

/** The records of a list that is given, and how many there are. */
export async function listOf(
  sandbox: Sandbox,
  path: string,
  asked?: AskedDaktela,
): Promise<{ data: Wire[]; total: number }> {
  const response = await askDaktela(sandbox, path, asked);
  const body = (await response.json()) as WireEnvelope;
  if (response.status !== 200) throw new Error(`${path} was answered with ${response.status}: ${JSON.stringify(body)}`);
  return body.result as { data: Wire[]; total: number };
}

/** A record that is given. */
export async function recordOf(sandbox: Sandbox, path: string, asked?: AskedDaktela): Promise<Wire> {
  const response = await askDaktela(sandbox, path, asked);
  if (response.status !== 200) throw new Error(`${path} was answered with ${response.status}`);
  return ((await response.json()) as WireEnvelope).result as Wire;
}

/** A query in brackets, as PHP reads it. */
export function query(parameters: Record<string, string | number>): string {
  const pairs = Object.entries(parameters).map(([name, value]): [string, string] => [name, String(value)]);
  return `?${new URLSearchParams(pairs)}`;
}

/** The parameters of conditions that must all be met, in the short form. */
export function where(...conditions: [field: string, operator: string, value: string | readonly string[]][]) {
  const parameters: Record<string, string> = {};
  for (const [place, [field, operator, value]] of conditions.entries()) {
    parameters[`filter[${place}][field]`] = field;
    parameters[`filter[${place}][operator]`] = operator;
    if (typeof value === 'string') parameters[`filter[${place}][value]`] = value;
    else for (const [index, one] of value.entries()) parameters[`filter[${place}][value][${index}]`] = one;
  }
  return parameters;
}
