import { voxolib } from '@voxolib/client/provider';
import { Period } from '@voxolib/telephony';
import { cpuPerRun } from '../in-process/cpu-per-run.ts';
import { callRows, ninetyDays } from '../instant-account.ts';
import type { Measurement } from '../measurement.ts';

/** The longest report of one call, from the bytes of the vendor's reply to the report. */
export const report: Measurement = {
  name: 'report',
  async run({ rounds }) {
    const reply = JSON.stringify({ data: callRows(ninetyDays) });
    const answer = async () => new Response(reply, { headers: { 'content-type': 'application/json' } });
    const provider = voxolib({
      token: `x.${'0'.repeat(64)}`,
      fetch: answer,
      now: () => new Date('2026-04-15T12:00:00Z'),
    });
    const cost = await cpuPerRun(rounds, {
      provider: () => provider.calls.daily('wcb', Period.parse(ninetyDays)),
      read: async () => (await answer()).json(),
    });
    const reference = { what: 'the same reply as `Response.json()`', cost: cost.read };
    return [{ what: 'report of 90 days, vendor in memory', unit: 'µs CPU', ours: cost.provider, reference }];
  },
};
