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
  write(instant: Date): WrittenTime;
}

const FORM = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)?$/;
const MINUTE = 60_000;
/** Clocks are changed at a full quarter of an hour everywhere, so that one answer serves for all of its times. */
const QUARTER = 15 * MINUTE;
const MOST_QUARTERS = 20_000;

interface Quarter {
  /** What to take from a time that is written as if it were UTC. */
  offset: number;
  oddity: InstanceTime['oddity'];
}

/**
 * @param zone an IANA name, such as a reply's `_timezone`.
 * @throws RangeError for a zone that is not known.
 */
export function createInstanceClock(zone: string): InstanceClock {
  Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
  const quarters = new Map<number, Quarter>();

  function quarterOf(wall: number): Quarter {
    const key = Math.floor(wall / QUARTER);
    const known = quarters.get(key);
    if (known !== undefined) return known;
    const made = readQuarter(key * QUARTER, zone);
    if (quarters.size >= MOST_QUARTERS) quarters.clear();
    quarters.set(key, made);
    return made;
  }

  return {
    zone,
    read(value) {
      const wall = wallTime(value);
      if (wall === undefined) return undefined;
      const { offset, oddity } = quarterOf(wall);
      const at = wall - offset;
      const utc = `${new Date(at).toISOString().slice(0, 19)}Z`;
      return { utc, epochMilliseconds: at, ...(oddity !== undefined && { oddity }) };
    },
    write(instant) {
      const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime())
        .toZonedDateTimeISO(zone)
        .toPlainDateTime();
      const text = local.toString({ smallestUnit: 'second' }).replace('T', ' ');
      const { oddity } = quarterOf(wallTime(text) ?? 0);
      return { text, ...(oddity === 'repeated' && { oddity }) };
    },
  };
}

/** The time as if the clocks were those of UTC. A date alone is its midnight. */
function wallTime(value: unknown): number | undefined {
  const parts = typeof value === 'string' ? FORM.exec(value.trim()) : null;
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

function readQuarter(wall: number, zone: string): Quarter {
  const local = Temporal.PlainDateTime.from(new Date(wall).toISOString().slice(0, 19));
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
