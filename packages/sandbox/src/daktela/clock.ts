import { LRUCache } from 'lru-cache';
import { Temporal } from 'temporal-polyfill';

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;
const HOURS_A_DAY = 24;

/** The wall clock of a zone, by which the API writes and reads every time. */
export interface Clock {
  /** IANA name. */
  zone: string;
  /** The wall clock at an instant, as the epoch ms at which UTC shows the same. */
  wall(at: number): number;
  /** `YYYY-MM-DD HH:MM:SS` at an instant. */
  text(at: number): string;
}

const clocks = new LRUCache<string, Clock>({ max: 50 });

/** The clock of a zone, or undefined where there is no such zone. */
export function clockOf(zone: string): Clock | undefined {
  let clock = clocks.get(zone);
  if (clock === undefined && isZone(zone)) {
    clock = createClock(zone);
    clocks.set(zone, clock);
  }
  return clock;
}

/** `2026-11-20`, with or without a time of day, as a wall clock; undefined where it is no such time. */
export function wallOf(text: string): number | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2})?))?$/.exec(text.trim());
  if (parts === null) return undefined;
  try {
    const time = Temporal.PlainDateTime.from(`${parts[1]}T${parts[2] ?? '00:00'}`, { overflow: 'reject' });
    return time.toZonedDateTime('UTC').epochMilliseconds;
  } catch {
    return undefined;
  }
}

function wallText(wall: number): string {
  return new Date(wall).toISOString().slice(0, 19).replace('T', ' ');
}

function isZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    Temporal.Now.zonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/** Offsets are looked up once for a day, and for each hour of the days that change them. */
function createClock(zone: string): Clock {
  const days = new LRUCache<number, readonly number[]>({ max: 2_000 });
  const offsetAt = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;

  const offsetsOf = (day: number): readonly number[] => {
    let offsets = days.get(day);
    if (offsets === undefined) {
      const first = offsetAt(day * DAY_MS);
      const same = first === offsetAt((day + 1) * DAY_MS);
      offsets = same
        ? [first]
        : Array.from({ length: HOURS_A_DAY }, (_, hour) => offsetAt(day * DAY_MS + hour * HOUR_MS));
      days.set(day, offsets);
    }
    return offsets;
  };

  const wall = (at: number) => {
    const day = Math.floor(at / DAY_MS);
    const offsets = offsetsOf(day);
    const hour = offsets.length === 1 ? 0 : Math.floor((at - day * DAY_MS) / HOUR_MS);
    return at + (offsets[hour] ?? 0);
  };
  return { zone, wall, text: (at) => wallText(wall(at)) };
}
