import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

export interface RoundRobin {
  readonly origin: string;
  /** Gives requests to this server too, or again. */
  add(port: number): void;
  close(): Promise<void>;
}

/** Names the server that answered, for the test. */
export const SERVED_BY = 'x-served-by';

/**
 * A plain balancer: each request goes to the next server. One that cannot be reached is asked no more, and what it was
 * doing is a 502, or a connection that is cut where an answer had begun. To try again is for the client.
 */
export async function roundRobin(port: number): Promise<RoundRobin> {
  const agent = new Agent({ keepAlive: true });
  const ports: number[] = [];
  let turn = 0;

  function takeOut(port: number): void {
    const index = ports.indexOf(port);
    if (index >= 0) ports.splice(index, 1);
  }

  function pass(incoming: IncomingMessage, answer: ServerResponse): void {
    const to = ports[turn++ % ports.length];
    if (to === undefined) return void answer.writeHead(503).end();
    const { method, url, headers, socket } = incoming;
    const forwarded = { ...headers, 'x-forwarded-for': socket.remoteAddress };
    const outgoing = request({ host: '127.0.0.1', port: to, agent, method, path: url, headers: forwarded });
    outgoing.once('response', (response) => {
      answer.writeHead(response.statusCode ?? 502, { ...response.headers, [SERVED_BY]: String(to) });
      response.once('error', () => {
        if (answer.destroyed) return;
        takeOut(to);
        answer.destroy();
      });
      response.pipe(answer);
    });
    outgoing.once('error', (error: NodeJS.ErrnoException) => {
      // The client has left, which says nothing of the server.
      if (answer.destroyed) return;
      takeOut(to);
      if (answer.headersSent) answer.destroy();
      else answer.writeHead(502).end(`${to}: ${error.code}`);
    });
    answer.once('close', () => {
      if (!answer.writableFinished) outgoing.destroy();
    });
    incoming.pipe(outgoing);
  }

  const server = createServer(pass).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${port}`,
    add: (added) => void ports.push(added),
    async close() {
      agent.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
