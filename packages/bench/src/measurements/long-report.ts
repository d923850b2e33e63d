import { injected } from '../http/inject.ts';
import { toolCall } from '../http/request.ts';
import { wholeGateway } from '../http/servers/whole-gateway.ts';
import type { Figure, Measurement } from '../measurement.ts';
import { inTurns, median } from '../turns.ts';
import { vendorInMemory } from '../vendor-in-memory.ts';

const LATENCY = 200;
const END = '2026-03-31';
const now = () => new Date('2026-04-15T12:00:00Z');

/** How long one waits for a report that the vendor gives in many slices only, beside one that it gives in one. */
export const longReport: Measurement = {
  name: 'long-report',
  async run({ rounds }) {
    const server = await wholeGateway(vendorInMemory(LATENCY), now);
    const timed = (product: string, start_date: string) => async () => {
      const input = { start_date, end_date: END, product, group_by: ['month'], fresh: true };
      const startedAt = performance.now();
      await injected(server, toolCall('call_stats', input));
      return performance.now() - startedAt;
    };
    const contenders = {
      slice: timed('did', '2026-01-01'),
      years: timed('did', '2023-04-01'),
      slices: timed('all', '2026-01-01'),
      allYears: timed('all', '2023-04-01'),
    };
    for (const warmUp of Object.values(contenders)) await warmUp();
    const times = await inTurns(rounds, contenders);
    await server.close();
    const figure = (what: string, years: number[], slice: number[], one: string): Figure => ({
      what: `\`call_stats\` of 3 years, ${what}, vendor takes ${LATENCY} ms for a slice`,
      unit: 'ms',
      ours: median(years),
      reference: { what: one, cost: median(slice) },
    });
    return [
      { ...figure('one product', times.years, times.slice, 'one slice'), target: 5 },
      figure('both products', times.allYears, times.slices, 'one slice of each'),
    ];
  },
};
