import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Each step waits for the answer to the one before; the last is `tools/list`. */
export type Opening = readonly (readonly object[])[];

const clientInfo = { name: 'bench', version: '0' };

/** How a client of the 2025 era begins. */
export const legacyOpening: Opening = [
  [request(1, 'initialize', { protocolVersion: '2025-11-25', capabilities: {}, clientInfo })],
  [{ jsonrpc: '2.0', method: 'notifications/initialized' }, request(2, 'tools/list', {})],
];

const _meta = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientInfo': clientInfo,
  'io.modelcontextprotocol/clientCapabilities': {},
};

/** How a client of the 2026 era begins. */
export const modernOpening: Opening = [
  [request(1, 'server/discover', { _meta })],
  [request(2, 'tools/list', { _meta })],
];

function request(id: number, method: string, params: object) {
  return { jsonrpc: '2.0', id, method, params };
}

export interface Program {
  path: string;
  args?: readonly string[];
  env?: Readonly<Record<string, string>>;
}

export interface FirstList {
  /** From the start of the program to its answer to `tools/list`. */
  milliseconds: number;
  tools: number;
}

/** Starts a program, asks it for its tools, and waits for it to end. */
export async function firstList({ path, args = [], env = {} }: Program, opening: Opening): Promise<FirstList> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [path, ...args], { env: { ...env }, stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let answer = '';
  for (const messages of opening) {
    for (const message of messages) child.stdin.write(`${JSON.stringify(message)}\n`);
    answer = (await lines.next()).value ?? '';
  }
  const milliseconds = performance.now() - startedAt;
  child.stdin.end();
  await exited;
  const { result } = JSON.parse(answer || '{}') as { result?: { tools?: unknown[] } };
  const tools = result?.tools?.length ?? 0;
  if (tools === 0) throw new Error(`${path} did not list its tools: ${answer.slice(0, 500)}`);
  return { milliseconds, tools };
}
