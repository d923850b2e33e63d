import { request as httpRequest } from 'node:http';
import { type Caller, createGateway, scopes } from '@voxolib/mcp-tools';
import { FAKE_NOW, fakeAccount } from '@voxolib/test-kit';
import { createHttpServer } from '../../src/http-server.ts';
import { relay } from '../../src/mcp/relay.ts';
import { mcpRoute } from '../../src/mcp/route.ts';
import { createVerdicts } from '../../src/mcp/verdicts.ts';
import { createLogger, createServerLog } from '../../src/operations/log.ts';
import { createMetrics } from '../../src/operations/metrics.ts';

export interface Path {
  send(request: RawRequest): Promise<RawReply>;
  /** How many requests the SDK was given. */
  leftToSdk(): number;
  log: string[];
  metrics(): Promise<string>;
  close(): Promise<void>;
}

export interface RawRequest {
  headers: Record<string, string>;
  body: string;
}

interface RawReply {
  status: number;
  headers: Record<string, unknown>;
  body: string;
}

/** The server with an account in memory and a clock that stands still, with the short path to answers or without. */
export async function startPath(withoutShortcut: boolean, account = fakeAccount()): Promise<Path> {
  const log: string[] = [];
  const metrics = createMetrics();
  const serverLog = createServerLog(createLogger('info', { write: (line) => void log.push(line) }), metrics);
  const server = createHttpServer({ log: serverLog, trustProxy: [] });
  const caller: Caller = {
    subject: 'test',
    scopes: new Set(scopes),
    connections: { voxolib: account },
    now: () => FAKE_NOW,
  };
  const toolServer = createGateway({ version: '0.0.0', websiteUrl: 'https://mcp.example.com/mcp/docs' });
  const verdicts = createVerdicts(async () => 'accepted');
  const admit = relay({ toolServer, verdicts, callerOf: () => caller, log: serverLog });
  let leftToSdk = 0;
  await server.register(mcpRoute, {
    async admit(request) {
      const { answer, ...admission } = await admit(request);
      const serve: typeof admission.serve = (context) => {
        leftToSdk++;
        return admission.serve(context);
      };
      return { ...admission, serve, ...(!withoutShortcut && answer && { answer }) };
    },
    allowedHosts: ['127.0.0.1'],
    allowedOrigins: ['127.0.0.1'],
    log: serverLog,
  });
  const origin = await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    send: (request) => send(`${origin}/mcp`, request),
    leftToSdk: () => leftToSdk,
    log,
    metrics: () => metrics.registry.metrics(),
    close: () => server.close(),
  };
}

/** Node's own client, which changes nothing about a request and nothing about its reply. */
function send(url: string, { headers, body }: RawRequest): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method: 'POST', headers }, (reply) => {
      const pieces: Buffer[] = [];
      reply.on('data', (piece: Buffer) => pieces.push(piece));
      reply.on('error', reject);
      reply.on('end', () => {
        const { date: _, 'x-request-id': __, ...rest } = reply.headers;
        resolve({ status: reply.statusCode ?? 0, headers: rest, body: Buffer.concat(pieces).toString() });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}
