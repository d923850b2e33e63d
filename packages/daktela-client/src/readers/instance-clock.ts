import { createWallTime } from '@voxolib/telephony';
import { Temporal } from 'temporal-polyfill';

/** An instant that the instance wrote as what its clocks showed. */
export interface InstanceTime {
  /** In UTC, such as `2026-11-20T13:30:00Z`. */
  utc: string;
  epochMilliseconds: number;
  /**
   * Set on the two days of a year when the clocks are changed. `repeated`: they showed this time twice, and the first is taken.
   * `skipped`: they never showed it, and it is taken as later by as much as they skipped.
   */
  oddity?: 'repeated' | 'skipped';
}

/** What the clocks of the instance show at an instant; `repeated` when they show the same an hour before or after. */
export interface WrittenTime {
  /** `YYYY-MM-DD HH:MM:SS`, as filters take it. */
  text: string;
  oddity?: 'repeated';
}

/** Between the times of one instance, which have no zone, and instants. */
export interface InstanceClock {
  readonly zone: string;
  /** Undefined for what is no time of the calendar, and for a zero date, which is none. */
  read(value: unknown): InstanceTime | undefined;
  /** The same without its text, which costs more than all the rest, for whoever reads very many. */
  instant(value: unknown): Omit<InstanceTime, 'utc'> | undefined;
  write(instant: Date): WrittenTime;
}

const FORM = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)?$/;
const MINUTE = 60_000;
const DAY = 86_400_000;
/** Clocks are changed at a full quarter of an hour everywhere, so that one answer serves for all of its times. */
const QUARTER = 15 * MINUTE;
const MOST_KEPT = 20_000;

/** How times are read that are written as if they were UTC. */
interface Stretch {
  /** What to take from them. */
  offset: number;
  oddity: InstanceTime['oddity'];
}

/**
 * @param zone an IANA name, such as a reply's `_timezone`.
 * @throws RangeError for a zone that is not known.
 */
export function createInstanceClock(zone: string): InstanceClock {
  Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
  const days = new Map<number, Stretch | 'uneven'>();
  const quarters = new Map<number, Stretch>();

  function stretchOf(wall: number): Stretch {
    const day = kept(days, Math.floor(wall / DAY), readDay);
    return day === 'uneven' ? quarterOf(Math.floor(wall / QUARTER)) : day;
  }

  /** A day that begins and ends with the same offset has no other, and on almost every day that is so. */
  function readDay(day: number): Stretch | 'uneven' {
    const [start, end] = [quarterOf((day * DAY) / QUARTER), quarterOf(((day + 1) * DAY) / QUARTER)];
    const even = start.offset === end.offset && start.oddity === undefined && end.oddity === undefined;
    return even ? start : 'uneven';
  }

  function quarterOf(quarter: number): Stretch {
    return kept(quarters, quarter, () => readQuarter(quarter * QUARTER, zone));
  }

  function instant(value: unknown): Omit<InstanceTime, 'utc'> | undefined {
    const wall = wallTime(value);
    if (wall === undefined) return undefined;
    const { offset, oddity } = stretchOf(wall);
    const epochMilliseconds = wall - offset;
    return oddity === undefined ? { epochMilliseconds } : { epochMilliseconds, oddity };
  }

  return {
    zone,
    instant,
    read(value) {
      const found = instant(value);
      return found && { utc: `${new Date(found.epochMilliseconds).toISOString().slice(0, 19)}Z`, ...found };
    },
    write(instant) {
      const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime())
        .toZonedDateTimeISO(zone)
        .toPlainDateTime();
      const text = local.toString({ smallestUnit: 'second' }).replace('T', ' ');
      const { oddity } = stretchOf(wallTime(text) ?? 0);
      return { text, ...(oddity === 'repeated' && { oddity }) };
    },
  };
}

function kept<Value>(values: Map<number, Value>, key: number, make: (key: number) => Value): Value {
  const known = values.get(key);
  if (known !== undefined) return known;
  const made = make(key);
  if (values.size >= MOST_KEPT) values.clear();
  values.set(key, made);
  return made;
}

const usualTime = createWallTime();

/** The time as if the clocks were those of UTC. A date alone is its midnight. */
function wallTime(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  const usual = usualTime(value);
  return Number.isNaN(usual) ? unusualTime(value.trim()) : usual;
}

function unusualTime(text: string): number | undefined {
  const parts = FORM.exec(text);
  if (parts === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  const at = Date.UTC(year, month - 1, day, hour, minute, second);
  // Date.UTC takes the 31st of February for the 3rd of March, and year 5 for 1905.
  const date = new Date(at);
  const exact = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exact && hour < 24 && minute < 60 && second < 60 ? at : undefined;
}

function readQuarter(wall: number, zone: string): Stretch {
  const local = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime();
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    local.toZonedDateTime(zone, { disambiguation }),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
  if (earlier.epochMilliseconds === later.epochMilliseconds) {
    return { offset: wall - earlier.epochMilliseconds, oddity: undefined };
  }
  const repeated = earlier.toPlainDateTime().equals(local);
  const taken = repeated ? earlier : later;
  return { offset: wall - taken.epochMilliseconds, oddity: repeated ? 'repeated' : 'skipped' };
}
