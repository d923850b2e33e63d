import type { CallRecord } from '@voxolib/mcp-tools';
import type { FastifyRequest } from 'fastify';
import { type DestinationStream, type Logger, pino } from 'pino';
import type { Metrics } from './metrics.ts';

/** The log and the metrics, as the routes use them. Nothing that goes in may hold an argument, an answer or a token. */
export interface ServerLog {
  call(record: CallRecord): void;
  request(request: FastifyRequest, status: number, durationMs: number): void;
  internalError(error: unknown, where: Record<string, string>): void;
  info(message: string, facts?: Record<string, string | number | boolean>): void;
}

/** One JSON line an event, on stdout unless `destination` is given. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  return destination === undefined ? pino(options) : pino(options, destination);
}

export function createServerLog(logger: Logger, metrics: Metrics): ServerLog {
  return {
    call: (record) => metrics.call(record),
    request(request, status, durationMs) {
      const route = request.routeOptions.url ?? 'unknown';
      metrics.request(route, status);
      const { method, fingerprint, call } = request.exchange ?? {};
      const line = {
        id: request.id,
        http: request.method,
        route,
        status,
        ms: Math.round(durationMs * 10) / 10,
        ...(method && { method }),
        ...(call && { tool: call.tool, outcome: call.outcome, ...(call.code && { code: call.code }) }),
        ...(fingerprint && { token: fingerprint }),
      };
      logger.info(line, 'request');
    },
    internalError(error, where) {
      logger.error({ ...where, error: traceOf(error) }, 'internal error');
    },
    info: (message, facts = {}) => logger.info(facts, message),
  };
}

/** Where an error comes from. Its message stays out: foreign messages quote URLs, headers and bodies. */
function traceOf(error: unknown): { name: string; code?: string; at: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const code = Reflect.get(error, 'code');
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...(typeof code === 'string' && { code: code.slice(0, 60) }),
    at: frames.slice(0, 8).map((frame) => frame.trim()),
  };
}
