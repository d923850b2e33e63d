import type { NamedPeriod } from '@voxolib/telephony';
import {
  CallStats,
  callStats,
  type ExportedRows,
  type ExportFormat,
  exportFormats,
  exportRows,
  type MinutesStats,
  minutesStats,
} from '@voxolib/telephony/reports';
import { z } from 'zod';
import type { ReportingAccount } from '../../caller.ts';
import type { CallContext } from '../../tool.ts';
import { readCalls, readMinutes } from './read-accounts.ts';

/** What a file of exported rows is, without the rows. */
export const ExportFacts = z.object({
  source: CallStats.shape.source,
  period: CallStats.shape.period,
  measure: z.enum(['calls', 'minutes']),
  format: z.enum(exportFormats),
  file: z.object({
    name: z.string(),
    uri: z.string(),
    mime_type: z.string(),
    rows: z.int().describe('Days × products, without the headings'),
    bytes: z.int(),
    sha256: z.string().describe('Of the bytes of the file'),
  }),
  sums: z.record(z.string(), z.number()).describe('What the columns of the file add up to'),
  missing: CallStats.shape.missing,
  as_of: CallStats.shape.as_of,
  warnings: CallStats.shape.warnings,
});
export type ExportFacts = z.infer<typeof ExportFacts>;

export interface ExportChoice {
  accounts: readonly ReportingAccount[];
  account: string;
  measure: 'calls' | 'minutes';
  product: string;
  period: NamedPeriod;
  format: ExportFormat;
  fresh: boolean;
}

/** Where `resources/read` finds the same file. A name of a period is not in it: what it means changes from day to day. */
export const EXPORT_URI_TEMPLATE = 'voxolib://export/{format}/{measure}/{product}/{start_date}/{end_date}{?tz,account}';

/** Reads the days of a period and writes them to a file. */
export async function exportFile(choice: ExportChoice, context: CallContext): Promise<ExportFacts & { text: string }> {
  const { measure, period, format } = choice;
  const facts = ({ text, ...file }: ExportedRows) => ({
    period,
    measure,
    format,
    file: {
      name: file.fileName,
      uri: exportUri(choice),
      mime_type: file.mimeType,
      rows: file.rows,
      bytes: file.bytes,
      sha256: file.sha256,
    },
    text,
  });
  if (measure === 'minutes') {
    const read = await readMinutes(choice, context);
    const { totals, ...stats } = minutesStats({ ...read, period, groupBy: [] });
    const { fixed, mobile, intl, billable } = totals;
    const file = await exportRows({ ...read, period, format, measure });
    return { ...facts(file), source: read.source, sums: { fixed, mobile, intl, billable }, ...readingOf(stats) };
  }
  const read = await readCalls(choice, context);
  const { families } = context;
  const { totals, ...stats } = callStats({ ...read, period, families, groupBy: [] });
  const { calls: total, answered, missed, busy, failed, other } = totals;
  const file = await exportRows({ ...read, period, format, measure, families });
  const sums = { total, answered, missed, busy, failed, other };
  return { ...facts(file), source: read.source, sums, ...readingOf(stats) };
}

function readingOf({ missing, as_of, warnings }: Pick<CallStats | MinutesStats, 'missing' | 'as_of' | 'warnings'>) {
  return { ...(missing && { missing }), as_of, ...(warnings && { warnings }) };
}

function exportUri({ format, account, measure, product, period }: ExportChoice): string {
  const { start_date, end_date, tz } = period;
  const query = new URLSearchParams({ tz, ...(account !== 'all' && { account }) });
  return `voxolib://export/${format}/${measure}/${product}/${start_date}/${end_date}?${query}`;
}
