import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { failuresOf } from '@voxolib/test-kit';
import { onTestFinished } from 'vitest';
import { createDaktelaClient, type DaktelaClient } from '../src/client.ts';
import type { DaktelaOptions } from '../src/options.ts';
import { createSharing } from '../src/sharing.ts';

/** What must be nowhere but in the requests. */
export const secrets = {
  accessToken: 'canary0123456789abcdef0123456789abcdef01',
  password: 'Pa55-canary "word"',
} as const;

export interface Asked {
  method: string;
  path: string;
  query: Record<string, string>;
  token: string | undefined;
  body: unknown;
}

/** An object is sent as JSON, a text as it is; `reply` gives a status and headers as well. */
export type Answer = (asked: Asked, response: ServerResponse) => unknown;

export class Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Record<string, string>;
  constructor(status: number, body: unknown = '', headers: Record<string, string> = {}) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

export interface Instance {
  url: string;
  asked: Asked[];
  /** Options for a client of it. */
  options(more?: Partial<DaktelaOptions>): DaktelaOptions;
  client(more?: Partial<DaktelaOptions>): DaktelaClient;
}

/** A server in place of Daktela, until the end of the test. */
export async function startInstance(answer: Answer): Promise<Instance> {
  const asked: Asked[] = [];
  const url = await serve(async (request, response) => {
    const one = await read(request);
    asked.push(one);
    const given = await answer(one, response);
    if (response.writableEnded || given === undefined) return;
    const { status, body, headers } = given instanceof Reply ? given : new Reply(200, given);
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  const options = (more: Partial<DaktelaOptions> = {}) =>
    ({
      url,
      ...('session' in more || 'password' in more ? {} : { accessToken: secrets.accessToken }),
      trustedOrigins: [url],
      retries: 0,
      sharing: createSharing(),
      ...more,
    }) as DaktelaOptions;
  return { url, asked, options, client: (more) => createDaktelaClient(options(more)) };
}

export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function read(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const [path = '', query = ''] = (request.url ?? '').split('?');
  return {
    method: request.method ?? '',
    path,
    query: Object.fromEntries(new URLSearchParams(query)),
    token: request.headers['x-auth-token'] as string | undefined,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

/** A list as Daktela sends it. */
export function listOf(
  data: unknown,
  more: object = {},
  total: unknown = Array.isArray(data) ? data.length : undefined,
) {
  return {
    error: [],
    result: { data, total },
    _time: '2026-11-20 14:30:00',
    _timezone: 'Europe/Prague',
    ...more,
  };
}

export const { failureOf, expectNoSecret } = failuresOf('daktela', ['canary']);

/** The answer to whoim, or undefined on any other path. */
export function whoever(path: string, more: object = {}) {
  if (!path.endsWith('/whoim.json')) return undefined;
  const result = { user: { name: 'alice.demo', title: 'Alice Demo' }, version: '6.38.2' };
  return { error: [], result, _time: '2026-11-20 14:30:00', _timezone: 'Europe/Prague', ...more };
}
