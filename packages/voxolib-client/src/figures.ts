import { TelephonyError } from '@voxolib/telephony';

const DECIMAL = /^\d{1,16}(\.\d{1,12})?$/;
const MOST_MINUTES = 1e9;

/** A whole number of things, as a number or as decimal text. `place` says where it stands, for the error. */
export function readCount(value: unknown, place: string): number {
  const count = readDecimal(value);
  if (count !== undefined && Number.isSafeInteger(count)) return count;
  throw misfit(place, `is ${kindOf(value)} where a whole number of zero or more was expected`);
}

/** Minutes, as a number or as decimal text, in the unit that the contract says. */
export function readMinutes(value: unknown, unit: 'minutes' | 'seconds', place: string): number {
  const amount = readDecimal(value);
  const minutes = unit === 'seconds' && amount !== undefined ? amount / 60 : amount;
  if (minutes !== undefined && minutes <= MOST_MINUTES) return minutes;
  throw misfit(place, `is ${kindOf(value)} where minutes, zero to a thousand million, were expected`);
}

/** A reply that does not fit the contract. The place is named; what stood there is not repeated. */
export function misfit(place: string, problem: string): TelephonyError {
  return new TelephonyError('BAD_RESPONSE', `In Voxolib's reply, ${place} ${problem}.`, {
    provider: 'voxolib',
    detail: { place },
  });
}

/** What kind of thing a value is, without the value. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return value === '' ? 'an empty text' : 'a text';
  if (typeof value === 'boolean') return 'true or false';
  const size = Number(value) < 0 ? 'a negative number' : 'a number';
  return Number.isInteger(value) ? size : `${size} with a fraction`;
}

function readDecimal(value: unknown): number | undefined {
  const number = typeof value === 'string' && DECIMAL.test(value) ? Number(value) : value;
  return typeof number === 'number' && number >= 0 && Number.isFinite(number) ? number : undefined;
}
