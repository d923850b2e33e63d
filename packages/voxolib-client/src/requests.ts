import type { Period } from '@voxolib/telephony';
import type { VoxolibContract } from './contract.ts';
import type { WireRequest } from './transport.ts';

/** Voxolib's two kinds of calls: web call back, and inbound calls to direct numbers. */
export type VoxolibProduct = 'wcb' | 'did';

const RIGHTS = { wcb: 'WCB', did: 'DID' } as const;

/** The requests that the contract makes of each operation. */
export function callsRequest({ operations }: VoxolibContract, product: VoxolibProduct, period: Period): WireRequest {
  const operation = callsOperation(product);
  const { path, query } = operations[operation];
  return { operation, path, query: periodQuery(query, period), right: RIGHTS[product] };
}

export function minutesRequest({ operations }: VoxolibContract, product: VoxolibProduct, period: Period): WireRequest {
  const { path, query, products } = operations.minutes;
  const asked = { ...periodQuery(query, period), [query.product]: products[product] };
  return { operation: 'minutes', path, query: asked, right: RIGHTS[product] };
}

export function didsRequest({ operations }: VoxolibContract): WireRequest {
  return { operation: 'dids', path: operations.dids.path, query: {}, right: 'DID' };
}

export function callsOperation(product: VoxolibProduct): 'wcb_calls' | 'did_calls' {
  return product === 'wcb' ? 'wcb_calls' : 'did_calls';
}

function periodQuery(names: { start_date: string; end_date: string; tz: string }, period: Period) {
  return { [names.start_date]: period.start_date, [names.end_date]: period.end_date, [names.tz]: period.tz };
}
