import { type CallReports, dailyCallReport, TelephonyError } from '@voxolib/telephony';
import { foldCalls } from '@voxolib/telephony/reports';
import { voipmsContract } from '../contract.ts';
import { easternClock, easternDays } from '../eastern-days.ts';
import { readPeriod } from '../read-period.ts';
import type { Session } from '../session.ts';
import { callPages } from './call-pages.ts';
import { aboutRepeats, createRepeatFinder, directionOf } from './wire-call.ts';

const callTypes = { inbound: 'incoming', outbound: 'outgoing' } as const;
type Product = keyof typeof callTypes;

const products = Object.keys(callTypes) as Product[];

/** Calls per day of the period's zone, by VoIP.ms's own statuses. */
export function callReports(session: Session): CallReports {
  const maxDays = voipmsContract.sliceDays.value;
  return {
    products,
    maxDays,
    async daily(name, asked, options = {}) {
      const product = readProduct(name);
      const period = readPeriod(asked, session.now(), maxDays);
      const days = easternDays(period);
      const timeOf = easternClock(days);
      let asOf = session.now();
      let repeats = createRepeatFinder();
      const counts: number[] = [];
      const pages = callPages(session, period, { calltype: callTypes[product] }, options, (receivedAt) => {
        asOf = receivedAt;
        // Slices have no day in common, so what one has listed need not be kept for the next.
        counts.push(repeats.repeats);
        repeats = createRepeatFinder();
      });
      const { rows, warnings } = await foldCalls(
        pages,
        (row) => {
          const at = timeOf(String(row.date));
          // The vendor's days reach beyond the period's.
          if (at < days.from || at >= days.until) return undefined;
          const direction = directionOf(row);
          if (direction !== 'unknown' && direction !== product) return undefined;
          return repeats.isRepeat(row) ? undefined : { at, status: row.disposition as string };
        },
        period,
        options,
      );
      const listedTwice = counts.reduce((sum, count) => sum + count, repeats.repeats);
      return dailyCallReport({
        source: { provider: 'voipms', product },
        period,
        rows,
        warnings: [...warnings, ...aboutRepeats(listedTwice)],
        asOf,
      });
    },
  };
}

function readProduct(name: string): Product {
  const product = products.find((known) => known === name);
  if (product !== undefined) return product;
  throw new TelephonyError('INVALID_INPUT', `VoIP.ms has no such product. Use ${products.join(' or ')}.`, {
    provider: 'voipms',
    field: 'product',
  });
}
