import { CalendarDate, DEFAULT_TIME_ZONE, TelephonyError, TimeZone } from '@voxolib/telephony';
import { exportFormats } from '@voxolib/telephony/reports';
import { z } from 'zod';
import { timeZones } from '../completions/time-zones.ts';
import { grant } from '../needs.ts';
import type { ResourceTemplate } from '../resource.ts';
import { quote } from '../text.ts';
import { EXPORT_URI_TEMPLATE, exportFile } from '../tools/reports/export-file.ts';
import { checked } from '../tools/reports/period-input.ts';
import { Account, Measure, Product } from '../tools/reports/read-accounts.ts';

const Variables = z.strictObject({
  format: z.enum(exportFormats),
  measure: Measure.unwrap(),
  product: Product.unwrap(),
  start_date: CalendarDate,
  end_date: CalendarDate,
  tz: TimeZone.default(DEFAULT_TIME_ZONE),
  account: Account,
});

/** The file that `export_calls` links to where it does not fit into an answer: made again, from the same days. */
export const exportedRows: ResourceTemplate = {
  name: 'exported_rows',
  title: 'Exported daily rows',
  description: 'A row for each day and product of a period, as CSV or JSON lines. export_calls gives the URI.',
  mimeType: 'text/csv',
  uriTemplate: EXPORT_URI_TEMPLATE,
  needs: 'reports',
  scope: 'mcp.stats.read',
  complete: {
    format: () => exportFormats,
    measure: () => Measure.unwrap().options,
    product: () => Product.unwrap().options,
    tz: timeZones,
    account: () => Account.unwrap().options,
  },
  async read(variables, caller, context) {
    const granted = grant('reports', caller);
    if (granted === undefined) return undefined;
    const { format, account, measure, product, ...choice } = read(variables);
    const period = checked(choice, choice.tz, context.now());
    const request = { ...granted, format, account, measure, product, period, fresh: false };
    const { text, file } = await exportFile(request, context);
    return { text, mimeType: file.mime_type };
  },
};

function read(variables: Readonly<Record<string, string>>): z.output<typeof Variables> {
  const parsed = Variables.safeParse(variables);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path: [name = ''], code, message, ...issue }) => {
    const values =
      code === 'invalid_value' && 'values' in issue ? `must be one of ${[issue.values].flat().join(', ')}` : '';
    return `${String(name)}: ${quote(variables[String(name)] ?? '')} ${values || message}.`;
  });
  throw new TelephonyError('INVALID_INPUT', problems.join(' '), { field: 'uri' });
}
