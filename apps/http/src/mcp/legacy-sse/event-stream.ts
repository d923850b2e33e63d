import { PassThrough, type Readable } from 'node:stream';

/** Server-sent events to one client. */
export interface EventStream {
  readonly body: Readable;
  /** Does nothing once the stream is over. */
  send(event: string, data: string): void;
  end(): void;
}

/** Proxies close connections on which nothing moves, most after a minute. */
const SIGN_OF_LIFE_MS = 25_000;
/** More than a client leaves unread that still reads. */
const MOST_UNREAD = 4 * 1024 * 1024;

export function eventStream(): EventStream {
  const body = new PassThrough();
  const signOfLife = setInterval(() => write(': still here\n\n'), SIGN_OF_LIFE_MS).unref();
  body.once('close', () => clearInterval(signOfLife));

  function write(text: string): void {
    if (body.writableEnded || body.destroyed) return;
    if (body.writableLength + text.length > MOST_UNREAD) body.destroy();
    else body.write(text);
  }

  return {
    body,
    send: (event, data) => write(`event: ${event}\ndata: ${data}\n\n`),
    end: () => void body.end(),
  };
}
