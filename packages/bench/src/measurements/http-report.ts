import { contest } from '../http/contest.ts';
import { reportHolds } from '../http/holds.ts';
import { callsOf } from '../http/request.ts';
import { ninetyDays } from '../instant-account.ts';
import type { Measurement } from '../measurement.ts';

/** The longest answer of one call: what its rows cost on the way. */
export const httpReport: Measurement = {
  name: 'http-report',
  async run(settings) {
    const cost = await contest(settings, callsOf(ninetyDays), reportHolds(ninetyDays), {
      plain: ['plainRoute', 40],
      ours: ['gateway', 40],
      cached: ['cachedGateway', 40],
      stock: ['stockHandler', 40],
    });
    const figure = { what: '`tools/call` over HTTP, 90 days, 40 tools', unit: 'µs CPU', ours: cost.ours };
    return [
      { ...figure, reference: { what: 'plain route', cost: cost.plain } },
      { ...figure, reference: { what: 'stock SDK', cost: cost.stock } },
      {
        ...figure,
        what: '`tools/call` over HTTP, 90 days from the cache of days, 40 tools',
        ours: cost.cached,
        reference: { what: 'plain route', cost: cost.plain },
      },
    ];
  },
};
