import {
  type CallReports,
  dailyCallReport,
  dailyMinutesReport,
  type MinutesReports,
  type NumberCounts,
  numberCount,
  Period,
  type Provider,
  type ResolvedPeriod,
  resolvePeriod,
  TelephonyError,
} from '@voxolib/telephony';
import { createVoxolibClient, type VoxolibClient } from '../client.ts';
import { readContract, type VoxolibContract } from '../contract.ts';
import type { VoxolibOptions } from '../options.ts';
import type { VoxolibProduct } from '../requests.ts';

export { judgeToken } from './judge-token.ts';
export type { VoxolibOptions };

const PROVIDER = 'voxolib';
const products: readonly VoxolibProduct[] = ['wcb', 'did'];

type Now = () => Date;

/** The groups that Voxolib has. Which of them an account may use, Voxolib decides at each call. */
export type VoxolibProvider = Provider & Required<Pick<Provider, 'calls' | 'minutes' | 'numbers'>>;

/** Voxolib as a provider: the groups listed here are exactly what it can do. */
export function voxolib(options: VoxolibOptions): VoxolibProvider {
  const client = createVoxolibClient(options);
  const { operations } = readContract(options.contract);
  const now = options.now ?? (() => new Date());
  return {
    id: PROVIDER,
    title: 'Voxolib',
    calls: callReports(client, operations, now),
    minutes: minutesReports(client, operations, now),
    numbers: numberCounts(client),
  };
}

function callReports(client: VoxolibClient, operations: VoxolibContract['operations'], now: Now): CallReports {
  const maxDays = Math.min(operations.wcb_calls.max_days, operations.did_calls.max_days);
  return {
    products,
    maxDays,
    async daily(name, asked, options) {
      const product = readProduct(name);
      const period = readPeriod(asked, maxDays, now());
      const report = product === 'wcb' ? client.reports.wcbCalls : client.reports.didCalls;
      const { days, receivedAt } = await report(period, options);
      return dailyCallReport({ source: { provider: PROVIDER, product }, period, rows: days, asOf: receivedAt });
    },
  };
}

function minutesReports(client: VoxolibClient, operations: VoxolibContract['operations'], now: Now): MinutesReports {
  const maxDays = operations.minutes.max_days;
  return {
    products,
    maxDays,
    async daily(name, asked, options) {
      const product = readProduct(name);
      const period = readPeriod(asked, maxDays, now());
      const { days, receivedAt } = await client.reports.minutes(product, period, options);
      return dailyMinutesReport({ source: { provider: PROVIDER, product }, period, rows: days, asOf: receivedAt });
    },
  };
}

function numberCounts(client: VoxolibClient): NumberCounts {
  return {
    async count(options) {
      const { counts, receivedAt } = await client.dids.count(options);
      return numberCount({ source: { provider: PROVIDER, product: 'did' }, counts, asOf: receivedAt });
    },
  };
}

function readProduct(name: string): VoxolibProduct {
  const product = products.find((known) => known === name);
  if (product !== undefined) return product;
  throw refuse('product', `Voxolib has no such product. Use ${products.join(' or ')}.`);
}

/** Also a period that did not come through the schema is checked, day by day of the calendar. */
function readPeriod(asked: Period, maxDays: number, now: Date): ResolvedPeriod {
  const { data, error } = Period.safeParse(asked);
  if (data !== undefined) return resolvePeriod(data, { maxDays, now });
  const [issue] = error.issues;
  const field = issue?.path.join('.') || 'period';
  throw refuse(field, `${field} ${issue?.message ?? 'is wrong'}.`);
}

function refuse(field: string, message: string): TelephonyError {
  return new TelephonyError('INVALID_INPUT', message, { provider: PROVIDER, field });
}
