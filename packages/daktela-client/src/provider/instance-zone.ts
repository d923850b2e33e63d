import { createFlights } from '@voxolib/telephony/cache';
import type { DaktelaClient, ReadOptions } from '../client.ts';
import { daktelaContract } from '../contract.ts';
import { createInstanceClock, type InstanceClock } from '../readers/instance-clock.ts';

/** Where most instances are. Taken for those that do not name their zone, as long as their clocks show the same. */
const USUAL_ZONE = daktelaContract.usualZone.value;
const QUARTER_MS = 900_000;
const HOUR_MS = 3_600_000;

/** How times of the instance are read, and what is to be said about it when that is not certain. */
export interface InstanceZone {
  clock: InstanceClock;
  warning?: string;
}

/** What a reply says about the clocks of its instance. */
export interface ClockWitness {
  zone?: string;
  serverTime?: string;
  receivedAt: Date;
}

export interface InstanceZones {
  /** The zone that a reply was written in. */
  of(reply: ClockWitness): InstanceZone;
  /** The zone before anything was read, as filters by time need it; asks the instance when it has not said yet. */
  find(options: ReadOptions): Promise<InstanceZone>;
}

export function createInstanceZones(client: DaktelaClient): InstanceZones {
  const clocks = new Map<string, InstanceClock>();
  const flights = createFlights<InstanceZone>();
  let found: InstanceZone | undefined;

  function clockOf(zone: string): InstanceClock {
    const known = clocks.get(zone);
    if (known !== undefined) return known;
    const made = createInstanceClock(zone);
    clocks.set(zone, made);
    return made;
  }
  function of(reply: ClockWitness): InstanceZone {
    const zone = reply.zone ?? client.zone;
    if (zone !== undefined) return { clock: clockOf(zone) };
    const assumed = assumedZone(reply);
    return {
      clock: clockOf(assumed),
      warning: `This Daktela does not name its time zone. Its times are taken for those of ${assumed}${assumed === USUAL_ZONE ? '' : ', which is what its clocks show now: those of the other half of the year may be an hour off'}.`,
    };
  }

  return {
    of,
    async find({ signal }) {
      signal?.throwIfAborted();
      if (client.zone !== undefined) return of({ receivedAt: new Date() });
      if (found !== undefined) return found;
      const asked = await flights.join('', async (flight) => of(await client.whoim({ signal: flight })), signal);
      found = asked;
      return asked;
    },
  };
}

/** The usual zone when its clocks show what those of the instance did; else the one that is always as far from UTC as they were. */
function assumedZone({ serverTime, receivedAt }: ClockWitness): string {
  const usual = createInstanceClock(USUAL_ZONE);
  const shown = createInstanceClock('UTC').read(serverTime)?.epochMilliseconds;
  if (shown === undefined) return USUAL_ZONE;
  const offset = Math.round((shown - receivedAt.getTime()) / QUARTER_MS) * QUARTER_MS;
  const usualShows = createInstanceClock('UTC').read(usual.write(receivedAt).text)?.epochMilliseconds ?? 0;
  const usualOffset = Math.round((usualShows - receivedAt.getTime()) / QUARTER_MS) * QUARTER_MS;
  if (offset === usualOffset || offset % HOUR_MS !== 0 || Math.abs(offset) > 12 * HOUR_MS) return USUAL_ZONE;
  const hours = offset / HOUR_MS;
  // Their signs are those of the clocks' distance from ours, not of ours from theirs.
  return hours === 0 ? 'UTC' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}
