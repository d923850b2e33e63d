import { createDids, type VoxolibDids } from './dids.ts';
import { readOptions, type VoxolibOptions } from './options.ts';
import { createReports, type VoxolibReports } from './reports.ts';

export interface VoxolibClient {
  reports: VoxolibReports;
  dids: VoxolibDids;
}

/**
 * A client of one Voxolib account. Making it sends nothing and is cheap enough to do for each request of a server.
 * @throws CONFIGURATION for wrong options, UNAUTHENTICATED for a text that is not a token.
 */
export function createVoxolibClient(options: VoxolibOptions): VoxolibClient {
  const settings = readOptions(options);
  return { reports: createReports(settings), dids: createDids(settings) };
}
