import type { FastifyInstance, FastifyRequest } from 'fastify';

/** A request as the sandbox received it. It holds no token, wherever one was sent. */
export interface ReceivedRequest<Operation extends string> {
  /** When it came, in epoch milliseconds. */
  at: number;
  method: string;
  path: string;
  operation: Operation | undefined;
  query: Readonly<Record<string, string>>;
  /** Undefined until the reply begins. */
  status: number | undefined;
  /** True when the client went away before it had the whole reply. */
  aborted: boolean;
}

export interface RequestLog<Operation extends string> {
  readonly entries: readonly ReceivedRequest<Operation>[];
  clear(): void;
  /** Records every request of `app`. `cut` tells whether it is the sandbox that ends a request's connection. */
  install(app: FastifyInstance, cut: (request: FastifyRequest) => boolean): void;
}

export interface RequestLogOptions {
  longest?: number;
  /** What was asked, without secrets, where the body says it. Without it, it is the query of the address. */
  parametersOf?: (request: FastifyRequest) => Readonly<Record<string, string>>;
}

const LONGEST_LOG = 10_000;
const TOKEN = /[^\s/?&=]*[0-9a-f]{64}[^\s/?&=]*/gi;

export function createRequestLog<Operation extends string>(
  operationOf: (request: FastifyRequest) => Operation | undefined,
  { longest = LONGEST_LOG, parametersOf }: RequestLogOptions = {},
): RequestLog<Operation> {
  const entries: ReceivedRequest<Operation>[] = [];
  const entryOf = new WeakMap<FastifyRequest, ReceivedRequest<Operation>>();

  const record = (request: FastifyRequest) => {
    const [path = '', ...query] = withoutToken(request.raw.url ?? '').split('?');
    const entry: ReceivedRequest<Operation> = {
      at: Date.now(),
      method: request.method,
      path,
      ...(parametersOf === undefined
        ? { operation: operationOf(request), query: Object.fromEntries(new URLSearchParams(query.join('?'))) }
        : { operation: undefined, query: {} }),
      status: undefined,
      aborted: false,
    };
    entries.push(entry);
    entryOf.set(request, entry);
    if (entries.length > longest) entries.shift();
    return entry;
  };

  return {
    entries,
    clear: () => entries.splice(0),
    install(app, cut) {
      app.addHook('onRequest', async (request, reply) => {
        const entry = record(request);
        reply.raw.once('close', () => {
          entry.aborted = !reply.raw.writableFinished && !cut(request);
        });
      });
      if (parametersOf !== undefined) {
        app.addHook('preHandler', async (request) => {
          const entry = entryOf.get(request);
          if (entry !== undefined) {
            entry.operation = operationOf(request);
            entry.query = parametersOf(request);
          }
        });
      }
      app.addHook('onSend', async (request, reply) => {
        const entry = entryOf.get(request);
        if (entry !== undefined) entry.status = reply.statusCode;
      });
    },
  };
}

function withoutToken(text: string): string {
  return text.replace(TOKEN, '[token]');
}
