import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before a server and gives every request a token, for clients that cannot send one. Changes nothing else. */
export async function startTokenProxy(origin: string, token: string): Promise<{ origin: string; close(): void }> {
  const proxy = createServer((incoming, reply) => {
    const { method, url, headers } = incoming;
    const outgoing = request(new URL(url ?? '/', origin), {
      method,
      headers: { ...headers, authorization: `Bearer ${token}` },
    });
    outgoing.on('response', (response) => {
      reply.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(reply);
    });
    outgoing.on('error', () => reply.destroy());
    reply.on('close', () => outgoing.destroy());
    incoming.pipe(outgoing);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const { port } = proxy.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close() {
      proxy.close();
      proxy.closeAllConnections();
    },
  };
}
