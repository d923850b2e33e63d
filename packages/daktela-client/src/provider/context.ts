import type { OperationOptions } from '@voxolib/telephony';
import type { DaktelaClient } from '../client.ts';
import { type ClockWitness, createInstanceZones, type InstanceZones } from './instance-zone.ts';
import { createNames, type Names } from './names/names.ts';
import { createReading, type Reading } from './reading.ts';

/** What every group of the provider works with. */
export interface Context {
  client: DaktelaClient;
  zones: InstanceZones;
  now: () => Date;
  names(options: OperationOptions): Names;
  /** How the records of a reply are read. */
  reading(reply: ClockWitness & { cut?: readonly unknown[] }): Reading;
}

export function createContext(client: DaktelaClient, now: () => Date): Context {
  const zones = createInstanceZones(client);
  return {
    client,
    zones,
    now,
    names: (options) => createNames(client, options),
    reading: (reply) => createReading(client.url, zones.of(reply), reply.cut?.length),
  };
}
