import autocannon from 'autocannon';
import type { McpRequest } from './request.ts';
import type { ServerProcess } from './server-process.ts';

const CONNECTIONS = 16;
const SECONDS = 1;

/** What one second under load has shown. */
export interface LoadResult {
  /** CPU time of the server for each request, in microseconds. */
  cpu: number;
  /** Requests answered in a second, by the server while the load generator is on the same machine. */
  rate: number;
}

/** Sends a request as often as the server answers it. */
export async function load(server: ServerProcess, request: McpRequest, duration = SECONDS): Promise<LoadResult> {
  const before = await server.cpu();
  const sent = from(server, request);
  const result = await autocannon({ url: server.url, connections: CONNECTIONS, duration, method: 'POST', ...sent });
  const after = await server.cpu();
  if (result.non2xx + result.errors + result.timeouts > 0) {
    throw new Error(`${server.url}: ${result.non2xx} refusals, ${result.errors} errors, ${result.timeouts} timeouts`);
  }
  const answered = result['2xx'];
  return { cpu: (after - before) / answered, rate: answered / result.duration };
}

/** One request before the load, so that nothing but the right answer is measured. */
export async function check(server: ServerProcess, request: McpRequest, holds: (result: unknown) => boolean) {
  const response = await fetch(server.url, { method: 'POST', ...from(server, request) });
  const text = await response.text();
  const { result } = JSON.parse(text) as { result?: unknown };
  if (!response.ok || !holds(result)) throw new Error(`Not the expected answer: ${text.slice(0, 500)}`);
}

/** The request of a caller whom the server knows. */
export function from({ token }: Pick<ServerProcess, 'token'>, { headers, body }: McpRequest): McpRequest {
  return token === undefined ? { headers, body } : { headers: { ...headers, authorization: `Bearer ${token}` }, body };
}
