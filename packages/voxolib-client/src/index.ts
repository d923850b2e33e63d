export { createVoxolibClient, type VoxolibClient } from './client.ts';
export { readContract, VoxolibContract, voxolibContract } from './contract.ts';
export type { DidCounts, VoxolibDids } from './dids.ts';
export { createUpstreamGuard, type UpstreamGuard, type UpstreamGuardOptions } from './guard.ts';
export type { VoxolibOptions } from './options.ts';
export type { DailyRows, VoxolibReports } from './reports.ts';
export type { VoxolibProduct } from './requests.ts';
