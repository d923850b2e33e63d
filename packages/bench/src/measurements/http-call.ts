import { contest } from '../http/contest.ts';
import { reportHolds } from '../http/holds.ts';
import { callsOf } from '../http/request.ts';
import { week } from '../instant-account.ts';
import type { Figure, Measurement } from '../measurement.ts';

const UNIT = 'µs CPU';

/** One call over HTTP, and that its cost does not grow with the number of tools. */
export const httpCall: Measurement = {
  name: 'http-call',
  async run(settings) {
    const cost = await contest(settings, callsOf(week), reportHolds(week), {
      plain: ['plainRoute', 40],
      ours4: ['gateway', 4],
      ours40: ['gateway', 40],
      ours60: ['gateway', 60],
      cached40: ['cachedGateway', 40],
      stock4: ['stockHandler', 4],
      stock40: ['stockHandler', 40],
      stock60: ['stockHandler', 60],
    });
    const plain = { what: 'plain route', cost: cost.plain };
    const stock = (tools: 4 | 40 | 60) => ({ what: `stock SDK, ${tools} tools`, cost: cost[`stock${tools}`] });
    const figure = (what: string, ours: number, reference: Figure['reference'], target?: number): Figure => ({
      what: `\`tools/call\` over HTTP, ${what}`,
      unit: UNIT,
      ours,
      ...(reference && { reference }),
      ...(target && { target }),
    });
    return [
      figure('40 tools', cost.ours40, plain, 4),
      figure('40 tools, result from the cache of days', cost.cached40, plain, 4),
      figure('40 tools, result from the cache of days', cost.cached40, stock(40), 0.25),
      figure('4 tools', cost.ours4, stock(4)),
      figure('40 tools', cost.ours40, stock(40), 0.25),
      figure('60 tools', cost.ours60, stock(60)),
      figure('60 tools', cost.ours60, { what: 'ours, 4 tools', cost: cost.ours4 }, 1.1),
    ];
  },
};
