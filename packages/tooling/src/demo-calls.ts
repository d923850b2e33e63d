import { addDays, DEFAULT_TIME_ZONE, dateIn } from '@voxolib/telephony';

/** Arguments for one call of each tool: the last full week. */
export function demoCalls(tool: string): Record<string, string | string[]> {
  const today = dateIn(DEFAULT_TIME_ZONE, new Date());
  const week = { start_date: addDays(today, -7), end_date: addDays(today, -1) };
  switch (tool) {
    case 'call_stats':
      return { period: 'last_month', group_by: ['week'] };
    case 'compare_periods':
      return { period: 'last_week', against: ['previous', 'same_last_year'] };
    case 'find_anomalies':
      return { period: 'last_month' };
    case 'export_calls':
      return { period: 'last_week', product: 'did', format: 'csv_fr' };
    case 'voxolib_wcb_calls':
    case 'voxolib_did_calls':
      return week;
    case 'voxolib_minutes_report':
      return { ...week, product: 'wcb' };
    default:
      return {};
  }
}
