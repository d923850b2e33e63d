import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { z } from 'zod';

// The least that the SDK asks of a stdio server with as many tools as its argument says, made of the four that Voxolib's API
// stands for. Plain JavaScript: nothing is stripped at its start.

const count = Number(process.argv[2] ?? 4);

const READS = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const period = z.strictObject({
  start_date: date.describe('First day, YYYY-MM-DD, inclusive'),
  end_date: date.describe('Last day, YYYY-MM-DD, inclusive; not in the future'),
  tz: z.string().max(64).default('Europe/Paris').describe('IANA time zone that days are counted in'),
});
const source = z.object({ provider: z.string(), product: z.string() });
const resolved = z.object({ start_date: z.string(), end_date: z.string(), tz: z.string(), days: z.int() });
const rest = { as_of: z.string(), warnings: z.array(z.string()).optional() };

const calls = z.object({ total: z.int(), status_breakdown: z.record(z.string(), z.int()) });
const callReport = z.object({
  source,
  period: resolved,
  totals: calls,
  days: z.array(calls.extend({ date: z.string() })),
  ...rest,
});

const minutes = z.object({ fixed: z.number(), mobile: z.number(), intl: z.number(), billable: z.number() });
const minutesReport = z.object({
  source,
  period: resolved,
  totals: minutes,
  days: z.array(minutes.extend({ date: z.string() })),
  ...rest,
});

const numberCount = z.object({ source, total: z.int(), active: z.int(), suspended: z.int(), other: z.int(), ...rest });

const schemas = {
  voxolib_wcb_calls: { inputSchema: period, outputSchema: callReport },
  voxolib_did_calls: { inputSchema: period, outputSchema: callReport },
  voxolib_dids: { inputSchema: z.strictObject({}), outputSchema: numberCount },
  voxolib_minutes_report: {
    inputSchema: period.extend({ product: z.enum(['wcb', 'did']) }),
    outputSchema: minutesReport,
  },
};

const words = {
  title: 'Calls per day',
  description: 'Daily volume of calls, with a breakdown by status and exact totals.',
};

serveStdio(() => {
  const server = new McpServer({ name: 'bare', version: '0' });
  for (let index = 0; index < count; index += 1) {
    const [name, forms] = Object.entries(schemas)[index % 4];
    server.registerTool(`${name}_${index}`, { ...words, ...forms, annotations: READS }, () => {
      throw new Error('Nothing calls it');
    });
  }
  return server;
});
