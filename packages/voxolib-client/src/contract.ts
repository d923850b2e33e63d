import { TelephonyError } from '@voxolib/telephony';
import { BaseUrl, problemsOf } from '@voxolib/upstream';
import { z } from 'zod';

const Path = z.string().regex(/^(\/[A-Za-z0-9_.~-]+)+$/, 'must be a path such as /reports/dids');
const Name = z.string().regex(/^[A-Za-z0-9_.[\]-]{1,100}$/, 'must be a plain name');
const Place = z
  .string()
  .max(200)
  .regex(/^([^.]+(\.[^.]+)*)?$/, 'must be field names joined by dots, or empty for the whole reply')
  .describe('Where a value is found: field names joined by dots, empty for the whole reply');
const Days = z.int().min(1).max(10_000);

const PeriodQuery = z.strictObject({ start_date: Name, end_date: Name, tz: Name });

const CallsOperation = z.strictObject({
  path: Path,
  query: PeriodQuery,
  max_days: Days,
  rows: Place,
  fields: z.strictObject({ date: Place, total: Place, status_breakdown: Place }),
});

const MinutesOperation = z.strictObject({
  path: Path,
  query: PeriodQuery.extend({ product: Name }),
  products: z.strictObject({ wcb: z.string().min(1).max(100), did: z.string().min(1).max(100) }),
  max_days: Days,
  rows: Place,
  unit: z.enum(['minutes', 'seconds']),
  fields: z.strictObject({ date: Place, fixed: Place, mobile: Place, intl: Place, billable: Place }),
});

const DidsOperation = z.strictObject({
  path: Path,
  counts: Place,
  fields: z.strictObject({ total: Place, active: Place, suspended: Place, other: Place }),
});

/** Everything that the client takes for granted about Voxolib's API, as data. */
export const VoxolibContract = z.strictObject({
  base_url: BaseUrl,
  authorization: z.strictObject({
    header: z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/, 'must be the name of a header'),
    scheme: z.string().regex(/^[A-Za-z0-9-]{0,30}$/, 'must be a word, or empty for the bare token'),
  }),
  operations: z.strictObject({
    wcb_calls: CallsOperation,
    did_calls: CallsOperation,
    minutes: MinutesOperation,
    dids: DidsOperation,
  }),
  paging: z.strictObject({ next: Place, query: Name, max_pages: z.int().min(1).max(1000) }),
  errors: z.strictObject({
    code: Place,
    field: Place,
    codes: z.strictObject({
      invalid_token: z.string().max(100),
      report_not_enabled: z.string().max(100),
      account_suspended: z.string().max(100),
      invalid_range: z.string().max(100),
    }),
  }),
});
export type VoxolibContract = z.infer<typeof VoxolibContract>;
export type OperationName = keyof VoxolibContract['operations'];

const period = { start_date: 'start_date', end_date: 'end_date', tz: 'tz' };
const callFields = { date: 'date', total: 'total', status_breakdown: 'status_breakdown' };

/**
 * Voxolib's API v2 as this client assumes it. Voxolib publishes no description of it, so each line is an assumption,
 * which `readContract` can replace without a new release.
 */
export const voxolibContract: VoxolibContract = {
  base_url: 'https://api.voxolib.com/v2',
  authorization: { header: 'authorization', scheme: 'Bearer' },
  operations: {
    wcb_calls: { path: '/reports/wcb/calls', query: period, max_days: 90, rows: 'data', fields: callFields },
    did_calls: { path: '/reports/did/calls', query: period, max_days: 90, rows: 'data', fields: callFields },
    minutes: {
      path: '/reports/minutes',
      query: { ...period, product: 'product' },
      products: { wcb: 'wcb', did: 'did' },
      max_days: 90,
      rows: 'data',
      unit: 'minutes',
      fields: { date: 'date', fixed: 'fixed', mobile: 'mobile', intl: 'intl', billable: 'billable' },
    },
    dids: {
      path: '/reports/dids',
      counts: 'data',
      fields: { total: 'total', active: 'active', suspended: 'suspended', other: 'other' },
    },
  },
  paging: { next: 'meta.next', query: 'cursor', max_pages: 100 },
  errors: {
    code: 'error.code',
    field: 'error.field',
    codes: {
      invalid_token: 'invalid_token',
      report_not_enabled: 'report_not_enabled',
      account_suspended: 'account_suspended',
      invalid_range: 'invalid_range',
    },
  },
};

const checked = new WeakSet<object>([voxolibContract]);

/**
 * The contract with `override`, a part of it in the same shape, laid over the assumed one.
 * @throws CONFIGURATION that names every field that does not fit.
 */
export function readContract(override: unknown): VoxolibContract {
  const { contract, problems } = checkContract(override);
  if (problems.length === 0) return contract;
  throw new TelephonyError('CONFIGURATION', `The contract of the Voxolib API is wrong: ${problems.join('; ')}.`, {
    provider: 'voxolib',
    field: 'contract',
  });
}

/** The same as `readContract`, with the problems as a list for those who have more of them to report. */
export function checkContract(override: unknown): { contract: VoxolibContract; problems: string[] } {
  if (override === undefined) return { contract: voxolibContract, problems: [] };
  if (isChecked(override)) return { contract: override, problems: [] };
  const { data, error } = VoxolibContract.safeParse(overlay(voxolibContract, override));
  if (error) return { contract: voxolibContract, problems: problemsOf(error, 'contract') };
  checked.add(data);
  return { contract: data, problems: [] };
}

/** A server makes a client per request; it must not pay for the same check each time. */
function isChecked(contract: unknown): contract is VoxolibContract {
  return typeof contract === 'object' && contract !== null && checked.has(contract);
}

function overlay(base: unknown, override: unknown): unknown {
  if (!isPlainObject(base) || !isPlainObject(override)) return override;
  const parts = Object.entries(override).map(([name, part]) => [
    name,
    Object.hasOwn(base, name) ? overlay(base[name], part) : part,
  ]);
  return { ...base, ...Object.fromEntries(parts) };
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
