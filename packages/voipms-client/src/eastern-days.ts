import { addDays, countDays, type DateRange, dateIn, dayBounds, type Period } from '@voxolib/telephony';
import { createWallClock, slicesOf } from '@voxolib/telephony/reports';
import { voipmsContract } from './contract.ts';

const ZONE = voipmsContract.serverZone.value;
const MOST_DAYS = voipmsContract.sliceDays.value;

/** The vendor's days that hold a period of any zone, and the instants of the period, the end not included. */
export interface EasternDays extends DateRange {
  from: number;
  until: number;
}

export function easternDays({ start_date, end_date, tz }: Period): EasternDays {
  const from = dayBounds(start_date, tz).start;
  const until = dayBounds(end_date, tz).end;
  return {
    start_date: dateIn(ZONE, new Date(from)),
    end_date: dateIn(ZONE, new Date(until - 1)),
    from,
    until,
  };
}

/** The parts of a period that VoIP.ms gives at once, each as its days there. */
export function easternSlices(period: Period): DateRange[] {
  const { start_date, end_date } = easternDays(period);
  // A day more than a slice lies within the limit, and a period of another zone has one.
  if (countDays(start_date, end_date) <= MOST_DAYS + 1) return [{ start_date, end_date }];
  return slicesOf(start_date, end_date, MOST_DAYS);
}

/** Reads the vendor's times of these days, and of some around them, as epoch milliseconds; `NaN` is no time. */
export function easternClock({ start_date, end_date }: DateRange): (text: string) => number {
  const start = addDays(start_date, -3);
  const end = addDays(end_date, 3);
  return createWallClock(ZONE, { start_date: start, end_date: end, tz: ZONE, days: 1 });
}
