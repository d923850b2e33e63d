import { type NumberCounts, numberCount } from '@voxolib/telephony';
import { readText } from '../scalars.ts';
import type { Session } from '../session.ts';

/** The account's numbers. VoIP.ms suspends none; those that lead nowhere are the others. */
export function numberCounts(session: Session): NumberCounts {
  return {
    async count(options = {}) {
      const { rows, receivedAt } = await session.rows('getDIDsInfo', {}, options);
      const numbers = new Map(rows.map((row) => [readText(row.did), readText(row.routing)]));
      const active = [...numbers.values()].filter((routing) => routing !== null && routing !== 'none:').length;
      const total = numbers.size;
      return numberCount({
        source: { provider: 'voipms', product: 'inbound' },
        counts: { total, active, suspended: 0, other: total - active },
        asOf: receivedAt,
      });
    },
  };
}
