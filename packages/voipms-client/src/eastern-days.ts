import { addDays, type DateRange, dateIn, dayBounds, type Period } from '@voxolib/telephony';
import { createWallClock } from '@voxolib/telephony/reports';
import { voipmsContract } from './contract.ts';

const ZONE = voipmsContract.serverZone.value;

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

/** Reads the vendor's times of these days, and of some around them, as epoch milliseconds; `NaN` is no time. */
export function easternClock({ start_date, end_date }: DateRange): (text: string) => number {
  const start = addDays(start_date, -3);
  const end = addDays(end_date, 3);
  return createWallClock(ZONE, { start_date: start, end_date: end, tz: ZONE, days: 1 });
}
