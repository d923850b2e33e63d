import { contest } from '../http/contest.ts';
import { listHolds } from '../http/holds.ts';
import { toolsList } from '../http/request.ts';
import type { Measurement } from '../measurement.ts';

const TOOLS = 40;

/** The list of tools, which every client asks for at its start. */
export const httpList: Measurement = {
  name: 'http-list',
  async run(settings) {
    const cost = await contest(settings, toolsList, listHolds(TOOLS), {
      plain: ['plainRoute', TOOLS],
      ours: ['gateway', TOOLS],
      stock: ['stockHandler', TOOLS],
    });
    const figure = { what: `\`tools/list\` over HTTP, ${TOOLS} tools`, unit: 'µs CPU', ours: cost.ours };
    return [
      { ...figure, reference: { what: 'serialising the same on a plain route', cost: cost.plain }, target: 1.5 },
      { ...figure, reference: { what: 'stock SDK', cost: cost.stock } },
    ];
  },
};
