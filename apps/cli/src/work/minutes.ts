import { voxolib } from '@voxolib/client/provider';
import { addMinutes, type MinuteCount } from '@voxolib/telephony';
import { voxolibAccount } from '../accounts/voxolib-account.ts';
import type { Work } from '../command-context.ts';
import { askedDays } from './asked-period.ts';
import { daysData, longDays } from './long-days.ts';
import { notesOn, periodInWords } from './notes.ts';

const kinds = ['fixed', 'mobile', 'intl', 'billable'] as const;

export const minutes: Work = async (context) => {
  const [product = '', ...words] = context.arguments;
  const asked = askedDays(words, context.options, 'last_7_days');
  const account = voxolib(await voxolibAccount(context));
  const read = await longDays(account.minutes, product, asked, context);
  const { period, report } = read;
  const { days, missing, warnings } = report;
  const totals = addMinutes(days);
  const line = (count: MinuteCount) => kinds.map((kind) => count[kind]);
  return {
    data: daysData(product, read, totals),
    title: `Minutes of ${product}, ${periodInWords(period)}`,
    tables: [
      { headings: ['date', ...kinds], rows: days.map((day) => [day.date, ...line(day)]), bars: 'billable' },
      { headings: ['', ...kinds], rows: [['total', ...line(totals)]] },
    ],
    ...notesOn({ period, missing, warnings }),
  };
};
