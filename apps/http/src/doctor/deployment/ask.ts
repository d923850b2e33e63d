import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';

export interface Answer {
  status: number;
  /** Empty when there is none. */
  header(name: string): string;
  /** What came first, when the body came in pieces. */
  firstPiece: string;
  text: string;
}

interface Question {
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
}

/** One request, exactly as it is written: no redirect is followed, and `Host` and `Origin` may be anything. */
export type Ask = (url: URL, question?: Question) => Promise<Answer>;

export interface AskOptions {
  /** Where connections go in the place of the host of the address, while the request still names that host. */
  connectTo?: URL;
  timeoutMs?: number;
}

/** In the place of an answer where none came. */
const NOTHING: Answer = { status: 0, header: () => '', firstPiece: '', text: '' };

/** Asks on where a single question may fail: a failure is an answer with the status 0. */
export function undeterred(ask: Ask): Ask {
  return (url, question) => ask(url, question).catch(() => NOTHING);
}

/** Enough for metadata and refusals; a page that stands there instead need not be read whole. */
const MOST_CHARACTERS = 64 * 1024;

export function createAsk({ connectTo, timeoutMs = 5_000 }: AskOptions = {}): Ask {
  return (url, { method = 'GET', headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const to = connectTo ?? url;
      const outgoing = (to.protocol === 'https:' ? httpsRequest : httpRequest)(new URL(url.pathname + url.search, to), {
        method,
        headers: { host: url.host, 'user-agent': 'voxolib-mcp-http doctor', ...headers },
        agent: false,
        signal: AbortSignal.timeout(timeoutMs),
      });
      outgoing.on('error', reject);
      outgoing.on('response', (response) => {
        read(response).then(resolve, reject);
      });
      outgoing.end(body);
    });
}

async function read(response: IncomingMessage): Promise<Answer> {
  const pieces: string[] = [];
  let length = 0;
  for await (const piece of response.setEncoding('utf8')) {
    pieces.push(String(piece));
    length += String(piece).length;
    if (length > MOST_CHARACTERS) break;
  }
  return {
    status: response.statusCode ?? 0,
    header: (name) => [response.headers[name]].flat().join(', '),
    firstPiece: pieces[0] ?? '',
    text: pieces.join(''),
  };
}
