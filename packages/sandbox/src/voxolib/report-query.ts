import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { invalidParameter, invalidRange } from './api-error.ts';
import { PRODUCTS, type Product } from './truth/call.ts';
import type { Span } from './truth/history.ts';

const LONGEST_DAYS = 90;
const DEFAULT_ZONE = 'Europe/Paris';
const DATE_FIELDS = ['start_date', 'end_date'];

/** Days in a zone, checked. */
export interface ReportPeriod {
  start_date: string;
  end_date: string;
  tz: string;
}

const Period = z.object({
  start_date: z.iso.date('must be a day of the calendar in the form YYYY-MM-DD'),
  end_date: z.iso.date('must be a day of the calendar in the form YYYY-MM-DD'),
  tz: z.string('must be given once').refine(isZone, 'is not an IANA time zone').default(DEFAULT_ZONE),
});

/** @throws 422 with the field that is wrong. */
export function readPeriod(query: unknown): ReportPeriod {
  const parsed = Period.safeParse(query);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = String(issue?.path[0] ?? 'start_date');
    const message = `${field} ${issue?.message ?? 'is wrong'}.`;
    throw DATE_FIELDS.includes(field) ? invalidRange(field, message) : invalidParameter(field, message);
  }
  const period = parsed.data;
  const days = Temporal.PlainDate.from(period.start_date).until(period.end_date, { largestUnit: 'day' }).days + 1;
  if (days < 1) throw invalidRange('end_date', 'end_date is before start_date.');
  if (days > LONGEST_DAYS) throw invalidRange('end_date', `A report covers at most ${LONGEST_DAYS} days.`);
  return period;
}

/** @throws 422 unless `product` is one that there is. */
export function readProduct(query: unknown): Product {
  const parsed = z.object({ product: z.enum(PRODUCTS) }).safeParse(query);
  if (!parsed.success) throw invalidParameter('product', `product must be one of ${PRODUCTS.join(', ')}.`);
  return parsed.data.product;
}

/** The days of a period, each with the instants between which it lies in the zone. */
export function* daysOf({ start_date, end_date, tz }: ReportPeriod): Generator<{ date: string; span: Span }> {
  const last = Temporal.PlainDate.from(end_date);
  let day = Temporal.PlainDate.from(start_date);
  let from = day.toZonedDateTime(tz).epochMilliseconds;
  while (Temporal.PlainDate.compare(day, last) <= 0) {
    const next = day.add({ days: 1 });
    const to = next.toZonedDateTime(tz).epochMilliseconds;
    yield { date: day.toString(), span: { from, to } };
    day = next;
    from = to;
  }
}

/** Names only: what `Intl` also takes as an offset, such as `+01:00`, is no zone. */
function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
