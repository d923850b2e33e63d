import type { CallRecord } from '@voxolib/mcp-tools';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Verdict } from '../mcp/verdicts.ts';

export interface Metrics {
  registry: Registry;
  request(route: string, status: number): void;
  call(record: CallRecord): void;
  verdict(verdict: Verdict): void;
}

/** The server's own registry. Labels take values from closed sets alone: tools, codes, routes, statuses. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'HTTP requests, by route and status',
    labelNames: ['route', 'status'],
    registers,
  });
  const calls = new Counter({
    name: 'mcp_tool_calls_total',
    help: 'Tool calls, by tool, outcome and error code',
    labelNames: ['tool', 'outcome', 'code'],
    registers,
  });
  const durations = new Histogram({
    name: 'mcp_tool_call_duration_seconds',
    help: 'Time that a tool call took, the vendor included',
    labelNames: ['tool'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25],
    registers,
  });
  const verdicts = new Counter({
    name: 'voxolib_token_verdicts_total',
    help: 'Answers of Voxolib about tokens; remembered ones are not counted',
    labelNames: ['verdict'],
    registers,
  });
  return {
    registry,
    request: (route, status) => requests.inc({ route, status: String(status) }),
    call({ tool, outcome, code, durationMs }) {
      calls.inc({ tool, outcome, code: code ?? '' });
      durations.observe({ tool }, durationMs / 1000);
    },
    verdict: (verdict) => verdicts.inc({ verdict }),
  };
}
