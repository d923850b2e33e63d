import {
  type CallDay,
  type CallReports,
  type CountedWarning,
  dailyCallReport,
  type ResolvedPeriod,
  TelephonyError,
} from '@voxolib/telephony';
import { createCallFolder } from '@voxolib/telephony/reports';
import { voipmsContract } from '../contract.ts';
import { easternClock, easternDays } from '../eastern-days.ts';
import { readPeriod } from '../read-period.ts';
import type { RowReader } from '../reply.ts';
import type { Session } from '../session.ts';
import { readCalls } from './read-calls.ts';
import { createRepeatFinder, LISTED_TWICE } from './repeat-finder.ts';
import { callTypes, directionOf } from './wire-call.ts';

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
      const query = { calltype: callTypes[product] };
      // VoIP.ms gives the days of any zone's `maxDays` at once, in one reply.
      const { result, receivedAt } = await readCalls(
        session,
        easternDays(period),
        query,
        () => dayCounter(product, period),
        options,
      );
      const source = { provider: 'voipms', product };
      return dailyCallReport({ source, period, ...result, asOf: receivedAt });
    },
  };
}

/** Counts calls into the days of the period, and keeps of each what tells it from its repeat. */
function dayCounter(
  product: Product,
  period: ResolvedPeriod,
): RowReader<{ rows: CallDay[]; counted: CountedWarning[] }> {
  const vendorDays = easternDays(period);
  const timeOf = easternClock(vendorDays);
  const finder = createRepeatFinder();
  const folder = createCallFolder(period, { provider: 'voipms' });
  const repeats = createCallFolder(period, { provider: 'voipms' });
  let place = 0;
  return {
    add(rows) {
      for (const row of rows) {
        place += 1;
        const at = timeOf(String(row.date));
        // The vendor's days reach beyond the period's.
        if (at < vendorDays.from || at >= vendorDays.until) continue;
        const direction = directionOf(row);
        if (direction !== 'unknown' && direction !== product) continue;
        if (finder.isRepeat(row, at)) repeats.add({ at, status: LISTED_TWICE }, place);
        else folder.add({ at, status: row.disposition as string }, place);
      }
    },
    done() {
      finder.end();
      const days = Object.fromEntries(repeats.days().map(({ date, total }) => [date, total]));
      return { rows: folder.days(), counted: [{ words: LISTED_TWICE, days }] };
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
