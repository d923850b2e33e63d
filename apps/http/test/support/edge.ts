import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What a reverse proxy does to the requests and the answers that go through it. */
export interface EdgeBehaviour {
  /** Changes what is passed on to the server. */
  passOn?(headers: IncomingHttpHeaders, path: string): IncomingHttpHeaders;
  /** Changes what is passed back. */
  passBack?(headers: IncomingHttpHeaders, path: string): IncomingHttpHeaders;
  /** Answers by itself. */
  answer?(
    path: string,
    headers: IncomingHttpHeaders,
    body: string,
  ): { status: number; headers?: Record<string, string>; body?: string } | undefined;
  hangsUp?: boolean;
  /** Sends an answer on when it is there as a whole. */
  holdsStreams?: boolean;
}

export interface Edge {
  origin: URL;
  close(): Promise<void>;
}

/** A reverse proxy that takes https for the server behind it, as far as the server can tell. */
export async function startEdge(server: string, behaviour: () => EdgeBehaviour): Promise<Edge> {
  const listener = createServer(async (incoming, outgoing) => {
    const body = await text(incoming);
    const own = behaviour().answer?.(incoming.url ?? '/', incoming.headers, body);
    if (behaviour().hangsUp) incoming.socket.destroy();
    else if (own === undefined) relay(server, incoming, body, outgoing, behaviour());
    else outgoing.writeHead(own.status, own.headers).end(own.body);
  });
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
  return {
    origin: new URL(`http://127.0.0.1:${(listener.address() as AddressInfo).port}`),
    close: () => new Promise((done) => void listener.close(() => done())),
  };
}

let callers = 0;

/** Each caller comes from elsewhere (RFC 5737), so that what one address may do is not used up. */
function someAddress(): string {
  callers += 1;
  return `198.51.100.${callers % 250}`;
}

function relay(
  server: string,
  incoming: IncomingMessage,
  body: string,
  outgoing: ServerResponse,
  behaviour: EdgeBehaviour,
) {
  const path = incoming.url ?? '/';
  const { passOn = (headers) => headers, passBack = (headers) => headers, holdsStreams = false } = behaviour;
  const headers = { ...incoming.headers, 'x-forwarded-for': someAddress(), 'x-forwarded-proto': 'https' };
  const method = incoming.method ?? 'GET';
  const onward = request(new URL(path, server), { method, headers: passOn(headers, path) }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 500, passBack(answer.headers, path));
    if (!holdsStreams) return void answer.pipe(outgoing);
    const pieces: Buffer[] = [];
    answer.on('data', (piece: Buffer) => pieces.push(piece));
    answer.on('end', () => outgoing.end(Buffer.concat(pieces)));
  });
  onward.on('error', () => outgoing.writeHead(502).end());
  onward.end(body);
}
