import type { CallDay, MinutesDay, OperationOptions, Period } from '@voxolib/telephony';
import { callVoxolib } from './call.ts';
import { readCallDay } from './call-rows.ts';
import { readMinutesDay } from './minutes-rows.ts';
import type { Settings } from './options.ts';
import { readRows } from './pages.ts';

export type VoxolibProduct = 'wcb' | 'did';

/** Rows as Voxolib gave them, and when. Days without calls may be missing, and the order is Voxolib's. */
export interface DailyRows<Day> {
  days: Day[];
  receivedAt: Date;
}

/**
 * Voxolib's daily reports. A period is inclusive and may have as many days as the contract says (90).
 * Each throws TelephonyError: UNAUTHENTICATED, FORBIDDEN without the report right, INVALID_INPUT, RATE_LIMITED,
 * UNAVAILABLE or BAD_RESPONSE. The caller's own abort rejects with the signal's reason.
 */
export interface VoxolibReports {
  /** Web call back calls per day, by Voxolib's own statuses. */
  wcbCalls(period: Period, options?: OperationOptions): Promise<DailyRows<CallDay>>;
  /** Inbound calls to direct numbers per day, by Voxolib's own statuses. */
  didCalls(period: Period, options?: OperationOptions): Promise<DailyRows<CallDay>>;
  /** Decimal minutes per day of one product, by kind of line. `billable` is Voxolib's own figure. */
  minutes(product: VoxolibProduct, period: Period, options?: OperationOptions): Promise<DailyRows<MinutesDay>>;
}

const RIGHTS = { wcb: 'WCB', did: 'DID' } as const;

export function createReports(settings: Settings): VoxolibReports {
  const { operations, paging } = settings.contract;

  function calls(product: VoxolibProduct, period: Period, { signal }: OperationOptions = {}) {
    const operation = product === 'wcb' ? 'wcb_calls' : 'did_calls';
    const { path, query, rows, fields } = operations[operation];
    return callVoxolib(settings, signal, async (read): Promise<DailyRows<CallDay>> => {
      const request = { operation, path, query: periodQuery(query, period), right: RIGHTS[product] } as const;
      const found = await readRows(read, paging, request, rows);
      return { days: found.map((row, index) => readCallDay(row, index, fields)), receivedAt: settings.now() };
    });
  }

  return {
    wcbCalls: (period, options) => calls('wcb', period, options),
    didCalls: (period, options) => calls('did', period, options),
    minutes(product, period, { signal } = {}) {
      const operation = operations.minutes;
      const query = {
        ...periodQuery(operation.query, period),
        [operation.query.product]: operation.products[product],
      };
      return callVoxolib(settings, signal, async (read): Promise<DailyRows<MinutesDay>> => {
        const request = { operation: 'minutes', path: operation.path, query, right: RIGHTS[product] } as const;
        const found = await readRows(read, paging, request, operation.rows);
        return { days: found.map((row, index) => readMinutesDay(row, index, operation)), receivedAt: settings.now() };
      });
    },
  };
}

function periodQuery(names: { start_date: string; end_date: string; tz: string }, period: Period) {
  return { [names.start_date]: period.start_date, [names.end_date]: period.end_date, [names.tz]: period.tz };
}
