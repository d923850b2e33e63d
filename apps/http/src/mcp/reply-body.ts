import { Readable } from 'node:stream';

/** What the protocol answers, ready to be sent. */
export interface ReplyBody {
  content: Buffer | Readable | undefined;
  /** Lets go of it unsent. */
  discard(): Promise<void>;
}

/**
 * Resolves when the first piece of the body is there, so that the status can still be chosen by how the call ended.
 * JSON comes as one piece, which Fastify sends with its length and in one write; a stream of events stays a stream.
 */
export async function replyBody(response: Response): Promise<ReplyBody> {
  if (response.body === null) return { content: undefined, discard: async () => {} };
  const reader = response.body.getReader();
  const discard = () => reader.cancel().catch(() => {});
  const first = await reader.read();
  const content = isJson(response) ? await whole(reader, first) : Readable.from(pieces(reader, first, discard), BYTES);
  return { content, discard };
}

const BYTES = { objectMode: false };

type Reader = ReadableStreamDefaultReader<Uint8Array>;
type Piece = Awaited<ReturnType<Reader['read']>>;

function isJson(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('application/json') === true;
}

async function whole(reader: Reader, first: Piece): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for (let next = first; !next.done; next = await reader.read()) all.push(next.value);
  return Buffer.concat(all);
}

async function* pieces(reader: Reader, first: Piece, discard: () => Promise<void>): AsyncGenerator<Uint8Array> {
  try {
    for (let next = first; !next.done; next = await reader.read()) yield next.value;
  } finally {
    await discard();
  }
}
