import { voxolib } from '@voxolib/client/provider';
import { addCallCounts } from '@voxolib/telephony';
import { voxolibAccount } from '../accounts/voxolib-account.ts';
import type { Work } from '../command-context.ts';
import { askedDays } from './asked-period.ts';
import { daysData, longDays } from './long-days.ts';
import { notesOn, periodInWords } from './notes.ts';

const titles = { wcb: 'Web-call-back calls', did: 'Calls to inbound numbers' };

/** The days of one product. */
export function dailyCalls(product: 'wcb' | 'did'): Work {
  return async (context) => {
    const asked = askedDays(context.arguments, context.options, 'last_7_days');
    const { calls } = voxolib(await voxolibAccount(context));
    const read = await longDays(calls, product, asked, context);
    const { period, report } = read;
    const { days, missing, warnings } = report;
    const totals = addCallCounts(days);
    const statuses = Object.keys(totals.status_breakdown);
    const line = ({ total, status_breakdown }: typeof totals) => [
      ...statuses.map((status) => status_breakdown[status] ?? 0),
      total,
    ];
    const rows = days.map((day) => [day.date, ...line(day)]);
    const headings = ['date', ...statuses, 'total'];
    return {
      data: daysData(product, read, totals),
      title: `${titles[product]}, ${periodInWords(period)}`,
      tables: [
        { headings, rows, bars: 'total' },
        { headings: ['', ...headings.slice(1)], rows: [['total', ...line(totals)]] },
      ],
      ...notesOn({ period, missing, warnings }),
    };
  };
}
