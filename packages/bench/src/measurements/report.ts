import { voxolib } from '@voxolib/client/provider';
import { tools } from '@voxolib/mcp-tools';
import { cpuPerRun } from '../in-process/cpu-per-run.ts';
import { callRows, ninetyDays } from '../instant-account.ts';
import type { Measurement } from '../measurement.ts';

/** The longest report of one call, from the bytes of the vendor's reply to the data that a tool returns. */
export const report: Measurement = {
  name: 'report',
  async run({ rounds }) {
    const tool = tools.find(({ name }) => name === 'voxolib_wcb_calls');
    if (tool === undefined) throw new Error('The tool has another name now');
    const reply = JSON.stringify({ data: callRows(ninetyDays) });
    const answer = async () => new Response(reply, { headers: { 'content-type': 'application/json' } });
    const provider = voxolib({
      token: `x.${'0'.repeat(64)}`,
      fetch: answer,
      now: () => new Date('2026-04-15T12:00:00Z'),
    });
    const { signal } = new AbortController();
    const cost = await cpuPerRun(rounds, {
      tool: () => tool.run(tool.input.parse(ninetyDays), { voxolib: provider }, signal),
      read: async () => (await answer()).json(),
    });
    const reference = { what: 'the same reply as `Response.json()`', cost: cost.read };
    return [{ what: 'report of 90 days, vendor in memory', unit: 'µs CPU', ours: cost.tool, reference }];
  },
};
