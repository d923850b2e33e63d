import autocannon from 'autocannon';
import type { McpRequest } from './request.ts';
import type { ServerProcess } from './server-process.ts';

const CONNECTIONS = 16;
const SECONDS = 1;

/** CPU time of the server for each request, in microseconds, under load. */
export async function cpuPerRequest(server: ServerProcess, request: McpRequest, duration = SECONDS): Promise<number> {
  const before = await server.cpu();
  const result = await autocannon({ url: server.url, connections: CONNECTIONS, duration, method: 'POST', ...request });
  const after = await server.cpu();
  if (result.non2xx + result.errors + result.timeouts > 0) {
    throw new Error(`${server.url}: ${result.non2xx} refusals, ${result.errors} errors, ${result.timeouts} timeouts`);
  }
  return (after - before) / result['2xx'];
}

/** One request before the load, so that nothing but the right answer is measured. */
export async function check(server: ServerProcess, request: McpRequest, holds: (result: unknown) => boolean) {
  const response = await fetch(server.url, { method: 'POST', ...request });
  const text = await response.text();
  const { result } = JSON.parse(text) as { result?: unknown };
  if (!response.ok || !holds(result)) throw new Error(`Not the expected answer: ${text.slice(0, 500)}`);
}
