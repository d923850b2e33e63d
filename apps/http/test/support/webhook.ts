import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A webhook on this machine. */
export interface Webhook {
  url: string;
  /** The texts that came. */
  messages: string[];
  /** Answers nothing from now on. */
  hang(): void;
  /** How many requests wait for an answer. */
  waiting(): number;
  close(): Promise<void>;
}

export async function startWebhook(): Promise<Webhook> {
  const messages: string[] = [];
  const waiting = new Set<ServerResponse>();
  let hangs = false;
  const server = createServer(async (request, response) => {
    waiting.add(response);
    response.on('close', () => waiting.delete(response));
    const message = JSON.parse(await text(request)) as { text: string };
    messages.push(message.text);
    if (!hangs) response.end('ok');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/services/canary-webhook`,
    messages,
    hang() {
      hangs = true;
    },
    waiting: () => waiting.size,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
