import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTcpServer, type Socket, type Server as TcpServer } from 'node:net';
import { onTestFinished } from 'vitest';

/** A well-formed token of nobody, whose parts no error may repeat. */
export const token = `pk_canary.${'c0ffee42'.repeat(8)}`;
/** Part of every body that these tests send; no error may repeat it. */
export const bodyCanary = 'body-canary';

/** Starts an HTTP server on loopback for one test, and gives its address. */
export async function vendorServer(listener: RequestListener): Promise<string> {
  return open(createServer(listener));
}

/** The same for a server that speaks bare TCP. */
export async function tcpServer(listener: (socket: Socket) => void): Promise<string> {
  return open(
    createTcpServer((socket) => {
      socket.on('error', () => {});
      listener(socket);
    }),
  );
}

/** An address at which nothing listens any more. */
export async function deafAddress(): Promise<string> {
  const server = createTcpServer();
  const address = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return address;
}

async function open(server: Server | TcpServer): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return listen(server);
}

async function listen(server: Server | TcpServer): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return `http://127.0.0.1:${address.port}`;
}

/** Answers each request with the next of `replies`, and the last one again and again. */
export async function answering(
  ...replies: (Reply | (() => Reply))[]
): Promise<{ baseUrl: string; requests: string[] }> {
  const requests: string[] = [];
  const baseUrl = await vendorServer((request, response) => {
    const next = replies[Math.min(requests.length, replies.length - 1)] ?? { status: 500 };
    const reply = typeof next === 'function' ? next() : next;
    requests.push(request.url ?? '');
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
    response.end(reply.body ?? '');
  });
  return { baseUrl, requests };
}

export interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export const dids: Reply = {
  status: 200,
  body: JSON.stringify({ data: { total: 12, active: 10, suspended: 1, other: 1 } }),
};

/** An error reply in the vendor's form. */
export function refusing(status: number, code: string, field?: string): Reply {
  return { status, body: JSON.stringify({ error: { code, message: bodyCanary, field } }) };
}
