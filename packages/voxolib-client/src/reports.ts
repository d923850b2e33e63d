import type { CallDay, MinutesDay, OperationOptions, Period } from '@voxolib/telephony';
import { callVoxolib } from './call.ts';
import { readCallDay } from './call-rows.ts';
import { readMinutesDay } from './minutes-rows.ts';
import type { Settings } from './options.ts';
import { readRows } from './pages.ts';
import { callsOperation, callsRequest, minutesRequest, type VoxolibProduct } from './requests.ts';

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

export function createReports(settings: Settings): VoxolibReports {
  const { contract, now } = settings;
  const { operations, paging } = contract;

  function calls(product: VoxolibProduct, period: Period, { signal }: OperationOptions = {}) {
    const { rows: place, fields } = operations[callsOperation(product)];
    return callVoxolib(settings, signal, async (read): Promise<DailyRows<CallDay>> => {
      const rows = await readRows(read, paging, callsRequest(contract, product, period), place);
      return { days: rows.map((row, index) => readCallDay(row, index, fields)), receivedAt: now() };
    });
  }

  return {
    wcbCalls: (period, options) => calls('wcb', period, options),
    didCalls: (period, options) => calls('did', period, options),
    minutes(product, period, { signal } = {}) {
      const operation = operations.minutes;
      return callVoxolib(settings, signal, async (read): Promise<DailyRows<MinutesDay>> => {
        const rows = await readRows(read, paging, minutesRequest(contract, product, period), operation.rows);
        return { days: rows.map((row, index) => readMinutesDay(row, index, operation)), receivedAt: now() };
      });
    },
  };
}
