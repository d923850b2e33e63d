import {
  type CallDay,
  dailyCallReport,
  dailyMinutesReport,
  dateIn,
  dayBounds,
  eachDate,
  type MinutesDay,
  type OperationOptions,
  type Period,
  type Provider,
  resolvePeriod,
} from '../src/index.ts';

/** A request that reached the vendor. */
interface VendorRequest {
  account: string;
  operation: 'calls' | 'minutes';
  product: string;
  period: Period;
  signal: AbortSignal | undefined;
}

export interface FakeVendor {
  /** An account of the vendor, without anything between. */
  provider(account: string): Provider & Required<Pick<Provider, 'calls' | 'minutes'>>;
  requests: VendorRequest[];
  /** What happens before each answer: it can wait, or throw. */
  before?: (request: VendorRequest) => Promise<void> | void;
  /** The dates whose totals contradict their statuses. */
  contradicts: (date: string) => boolean;
  /** How many calls of a date it lists twice, which its report says. */
  repeats: (date: string) => number;
}

export const products = ['wcb', 'did'] as const;
export const MAX_DAYS = 90;

/**
 * A vendor whose figures follow from account, product, zone and date. A day grows by the second until it is over, then stays.
 */
export function fakeVendor(now: () => Date): FakeVendor {
  const vendor: FakeVendor = { provider, requests: [], contradicts: () => false, repeats: () => 0 };

  async function answer(account: string, operation: 'calls' | 'minutes', call: Call) {
    const [product, asked, options] = call;
    const period = resolvePeriod(asked, { maxDays: MAX_DAYS, now: now() });
    options?.signal?.throwIfAborted();
    const at = now();
    const request = { account, operation, product, period: asked, signal: options?.signal };
    vendor.requests.push(request);
    await vendor.before?.(request);
    const dates = eachDate(period.start_date, period.end_date);
    return { source: { provider: 'fake', product }, period, dates, asOf: at };
  }

  function provider(account: string) {
    return {
      id: 'fake',
      title: 'Fake',
      calls: {
        products,
        maxDays: MAX_DAYS,
        async daily(...call: Call) {
          const { dates, ...facts } = await answer(account, 'calls', call);
          const seed = seedOf(account, facts);
          const rows = dates.map((date) => callDay(seed, date, vendor.contradicts(date)));
          const days = Object.fromEntries(dates.map((date) => [date, vendor.repeats(date)]));
          return dailyCallReport({ ...facts, rows, counted: [{ words: 'Some calls came twice', days }] });
        },
      },
      minutes: {
        products,
        maxDays: MAX_DAYS,
        async daily(...call: Call) {
          const { dates, ...facts } = await answer(account, 'minutes', call);
          const seed = seedOf(account, facts);
          return dailyMinutesReport({ ...facts, rows: dates.map((date) => minutesDay(seed, date)) });
        },
      },
    };
  }

  return vendor;
}

type Call = [product: string, period: Period, options?: OperationOptions];

interface Seed {
  text: string;
  today: string;
  /** The seconds that have passed of today. */
  soFar: number;
}

function seedOf(account: string, facts: { source: { product: string }; period: Period; asOf: Date }): Seed {
  const { source, period, asOf } = facts;
  const today = dateIn(period.tz, asOf);
  const soFar = (asOf.getTime() - dayBounds(today, period.tz).start) / 1000;
  return { text: JSON.stringify([account, source.product, period.tz]), today, soFar };
}

function callDay(seed: Seed, date: string, contradictory: boolean): CallDay {
  const answered = hash(seed.text + date) % 50;
  const missed = growing(seed, date);
  const total = answered + missed + (contradictory ? 1 : 0);
  return { date, total, status_breakdown: { answered, [`no_answer_${answered % 3}`]: missed } };
}

function minutesDay(seed: Seed, date: string): MinutesDay {
  const fixed = (hash(`minutes ${seed.text}${date}`) % 1000) / 10;
  return { date, fixed, mobile: growing(seed, date) / 10, intl: 0.2, billable: 0.1 };
}

/** Of a day that is over, something that it never was before. */
function growing(seed: Seed, date: string): number {
  return date < seed.today ? 100_000 + (hash(seed.text + date) % 1000) : seed.soFar;
}

function hash(text: string): number {
  let value = 7;
  for (let index = 0; index < text.length; index += 1) value = (value * 31 + text.charCodeAt(index)) % 1_000_003;
  return value;
}
