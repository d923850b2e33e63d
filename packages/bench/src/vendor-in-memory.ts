import { setTimeout } from 'node:timers/promises';
import { eachDate } from '@voxolib/telephony';
import { callRows } from './instant-account.ts';

/** Voxolib's API as a `fetch` that no network is behind: calls, minutes and numbers of a busy account, after `latency` ms. */
export function vendorInMemory(latency = 0): typeof globalThis.fetch {
  return async (input, init) => {
    const { pathname, searchParams } = new URL(input instanceof Request ? input.url : input);
    const signal = input instanceof Request ? input.signal : init?.signal;
    if (latency > 0) await setTimeout(latency, undefined, signal ? { signal } : {});
    const period = {
      start_date: searchParams.get('start_date') ?? '',
      end_date: searchParams.get('end_date') ?? '',
      tz: searchParams.get('tz') ?? '',
    };
    if (pathname.endsWith('/calls')) return Response.json({ data: callRows(period) });
    if (pathname.endsWith('/dids')) return Response.json({ data: { total: 12, active: 10, suspended: 1, other: 1 } });
    const dates = eachDate(period.start_date, period.end_date);
    return Response.json({
      data: dates.map((date) => ({ date, fixed: 12.5, mobile: 40.25, intl: 3, billable: 55.75 })),
    });
  };
}
