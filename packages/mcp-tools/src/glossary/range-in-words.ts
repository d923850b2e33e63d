import { countDays, type DateRange, dateIn } from '@voxolib/telephony';
import type { Language } from '../language.ts';

/** The days of a period for a reader: `2026-03-01 to 2026-03-18 (18 days, today so far)`. */
export function rangeInWords(range: DateRange, language: Language, tz: string, now: Date): string {
  const { start_date, end_date } = range;
  const count = countDays(start_date, end_date);
  const length =
    language === 'fr' ? `${count} ${count > 1 ? 'jours' : 'jour'}` : `${count} ${count > 1 ? 'days' : 'day'}`;
  const unfinished = language === 'fr' ? ', en cours' : ', today so far';
  const days = start_date === end_date ? start_date : `${start_date} ${language === 'fr' ? 'au' : 'to'} ${end_date}`;
  return `${days} (${length}${end_date === dateIn(tz, now) ? unfinished : ''})`;
}
