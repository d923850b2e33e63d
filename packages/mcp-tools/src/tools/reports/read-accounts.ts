import {
  type CallDay,
  type ErrorCode,
  isTelephonyError,
  type MinutesDay,
  type NamedPeriod,
  type OperationOptions,
  type Period,
  TelephonyError,
} from '@voxolib/telephony';
import { type LongReport, readLongReport } from '@voxolib/telephony/reports';
import { z } from 'zod';
import type { ReportingAccount } from '../../caller.ts';
import type { CallContext } from '../../tool.ts';
import { createReading, type Reading } from './reading.ts';

/** The products of all vendors. `all` is every product that the connected accounts have. */
export const Product = z
  .enum(['all', 'wcb', 'did', 'inbound', 'outbound', 'internal'])
  .default('all')
  .describe(
    'Voxolib: wcb (web call back), did (calls to inbound numbers); VoIP.ms: inbound, outbound; Daktela: inbound, outbound, internal; all: every product of the connected accounts',
  );

/** Accounts by the vendor's name, which is the id of its provider. */
export const Account = z
  .enum(['all', 'voxolib', 'voipms', 'daktela'])
  .default('all')
  .describe('Only the connected account of this vendor');

export const Measure = z
  .enum(['calls', 'minutes'])
  .default('calls')
  .describe('calls, or minutes where this deployment offers them');

export const Fresh = z.boolean().default(false).describe('true asks the vendor again instead of using remembered days');

/** How an account refuses a product, or everything. */
const REFUSALS: readonly ErrorCode[] = ['FORBIDDEN', 'UNAUTHENTICATED', 'CONFIGURATION'];

interface Series {
  provider: string;
  product: string;
  maxDays: number;
  read(
    slice: Period,
    options: OperationOptions,
  ): Promise<{ days: unknown[]; as_of: string; warnings?: string[] | undefined }>;
}

export interface ProductRead<Day> {
  source: { provider: string; products: string[] };
  reports: { product: string; report: LongReport<Day> }[];
}

export interface ReadRequest {
  accounts: readonly ReportingAccount[];
  account: string;
  product: string;
  period: NamedPeriod;
  fresh: boolean;
  /** Where an answer reads more than once. */
  reading?: Reading;
}

/** The calls of one product or of all, for a period of any length. */
export function readCalls(request: ReadRequest, context: CallContext): Promise<ProductRead<CallDay>> {
  const series = chosenAccounts(request).flatMap((account) => seriesOf(account, account.calls));
  return readSeries<CallDay>(series, request, context);
}

/**
 * The minutes of one product or of all.
 * @throws FORBIDDEN where the caller may not see minutes.
 */
export async function readMinutes(request: ReadRequest, context: CallContext): Promise<ProductRead<MinutesDay>> {
  if (!context.scopes.has('mcp.billing.read')) {
    throw new TelephonyError(
      'FORBIDDEN',
      'Minutes are not offered here: they need the scope mcp.billing.read. Use measure calls.',
      {
        field: 'measure',
      },
    );
  }
  const series = chosenAccounts(request).flatMap((account) => seriesOf(account, account.minutes));
  return readSeries<MinutesDay>(series, request, context);
}

function chosenAccounts({ accounts, account }: ReadRequest): readonly ReportingAccount[] {
  const chosen = account === 'all' ? accounts : accounts.filter(({ id }) => id === account);
  if (chosen.length > 0) return chosen;
  const ids = accounts.map(({ id }) => id).join(', ');
  throw new TelephonyError('INVALID_INPUT', `No account of ${account} is connected. There are: ${ids}.`, {
    field: 'account',
  });
}

interface Reports {
  products: readonly string[];
  maxDays: number;
  daily(product: string, period: Period, options?: OperationOptions): ReturnType<Series['read']>;
}

function seriesOf(account: ReportingAccount, reports: Reports | undefined): Series[] {
  if (reports === undefined) return [];
  return reports.products.map((product) => ({
    provider: account.id,
    product,
    maxDays: reports.maxDays,
    read: (slice, options) => reports.daily(product, slice, options),
  }));
}

async function readSeries<Day>(all: Series[], request: ReadRequest, context: CallContext): Promise<ProductRead<Day>> {
  const { product, period, fresh } = request;
  const asked = product === 'all' ? all : all.filter((one) => one.product === product);
  if (asked.length === 0) {
    const names = [...new Set(all.map((one) => one.product))].join(', ') || 'none';
    throw new TelephonyError(
      'INVALID_INPUT',
      `The connected accounts have no product ${product}. They have: ${names}.`,
      {
        field: 'product',
      },
    );
  }
  const series = withOwnNames(asked);
  const reading = request.reading ?? createReading(context);
  const outcomes = await Promise.all(
    series.map(async (one) => {
      const read = (slice: Period, signal: AbortSignal) =>
        one.read(slice, { signal, fresh }) as Promise<{
          days: Day[];
          as_of: string;
          warnings?: string[];
        }>;
      const report = await readLongReport<Day>(period, one.maxDays, read, {
        signal: context.signal,
        limit: reading.limit,
        onProgress: reading.part(),
      }).catch((error: unknown) => {
        if (product === 'all' && isTelephonyError(error) && REFUSALS.includes(error.code)) return error;
        throw error;
      });
      return { provider: one.provider, product: one.product, report };
    }),
  );
  const had = outcomes.flatMap(({ product: name, report }) =>
    isTelephonyError(report) ? [] : [{ product: name, report }],
  );
  const refused = outcomes.flatMap(({ provider, product: name, report }) =>
    isTelephonyError(report) ? [{ provider, name, error: report }] : [],
  );
  const answering = new Set(outcomes.filter(({ report }) => !isTelephonyError(report)).map(({ provider }) => provider));
  // What one account refuses entirely does not take the other accounts' figures away.
  const deciding = refused.find(
    ({ provider, error }) => error.code !== 'FORBIDDEN' && (answering.size === 0 || answering.has(provider)),
  );
  if (deciding !== undefined) throw deciding.error;
  const [first] = had;
  if (first === undefined) throw refused[0]?.error ?? new RangeError('There is at least one series');
  // Without this, an answer about "all" would pass over in silence what the account may not see.
  first.report.warnings.unshift(...refused.map(({ name, error }) => `"all" is without ${name}: ${error.message}`));
  return {
    source: {
      provider: [...answering].join('+'),
      products: had.map(({ product: name }) => name),
    },
    reports: had,
  };
}

/** Where several vendors have a product of the same name, each is told apart: `voipms:inbound`, `daktela:inbound`. */
function withOwnNames(series: readonly Series[]): Series[] {
  return series.map((one) => {
    const shared = series.some((other) => other.product === one.product && other.provider !== one.provider);
    return shared ? { ...one, product: `${one.provider}:${one.product}` } : one;
  });
}
