import { legacyToolCall, type McpRequest, toolCall } from '../http/request.ts';
import { week } from '../instant-account.ts';

const days = { start_date: '2026-02-02', end_date: '2026-02-22' };

/** Calls of every kind, mostly cheap ones: from the cache and past it, good and refused, of both eras. */
const requests: readonly McpRequest[] = [
  toolCall('voxolib_wcb_calls', week),
  toolCall('voxolib_did_calls', week),
  toolCall('voxolib_wcb_calls', days),
  toolCall('voxolib_dids', {}),
  toolCall('voxolib_minutes_report', { ...week, product: 'did' }),
  toolCall('call_stats', { period: 'last_week', group_by: ['day'] }),
  toolCall('call_stats', { ...days, fresh: true }),
  toolCall('compare_periods', { period: 'last_week' }),
  toolCall('voxolib_wcb_calls', { start_date: '2026-02-22', end_date: '2026-02-02' }),
  toolCall('no_such_tool', {}),
  legacyToolCall('voxolib_wcb_calls', week),
  legacyToolCall('call_stats', { period: 'last_month', product: 'did' }),
];

const rare: readonly McpRequest[] = [
  toolCall('find_anomalies', { period: 'last_month' }),
  toolCall('export_calls', { period: 'last_month', format: 'csv' }),
];

const ACCOUNTS = 25;

/** The request of call `index`. Each comes from the next of the accounts. */
export function requestOf(index: number): McpRequest {
  const list = index % 100 === 0 ? rare : requests;
  const request = list[Math.floor(index % 100 === 0 ? index / 100 : index) % list.length];
  if (request === undefined) throw new Error('There is no request');
  const authorization = `Bearer bench${index % ACCOUNTS}.${'0'.repeat(64)}`;
  return { ...request, headers: { ...request.headers, authorization } };
}
