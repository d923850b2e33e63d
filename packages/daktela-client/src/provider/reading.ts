import type { InstanceZone } from './instance-zone.ts';

/** How the records of one reply are read, and what turned out odd about them. */
export interface Reading {
  /** The address of the instance, without a slash at its end. */
  readonly url: string;
  /** A time of the instance as an instant in UTC; undefined for none. */
  time(value: unknown): string | undefined;
  /** The same in epoch milliseconds. */
  milliseconds(value: unknown): number | undefined;
  /** What a reader of the records has to know. */
  warnings(): string[];
}

export function createReading(url: string, { clock, warning }: InstanceZone, cut = 0): Reading {
  let dated = false;
  let ambiguous = false;

  function read(value: unknown) {
    const time = clock.read(value);
    if (time === undefined) return undefined;
    dated = true;
    if (time.oddity === 'repeated') ambiguous = true;
    return time;
  }

  return {
    url,
    time: (value) => read(value)?.utc,
    milliseconds: (value) => read(value)?.epochMilliseconds,
    warnings() {
      const said: string[] = [];
      if (dated && warning !== undefined) said.push(warning);
      if (ambiguous) {
        said.push(
          `Some times lie in the hour that the clocks of ${clock.zone} showed twice; they are given as the first of the two.`,
        );
      }
      if (cut > 0) said.push(`Texts of more than a million characters were cut: ${cut}.`);
      return said;
    },
  };
}
