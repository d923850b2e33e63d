import { createVoxolibClient, type VoxolibClient } from '../src/client.ts';
import type { VoxolibOptions } from '../src/options.ts';
import { token } from './vendor-server.ts';

/** A client whose vendor answers with these documents, one after the other, without a network. */
export function clientOf(replies: unknown[], options: Partial<VoxolibOptions> = {}): VoxolibClient {
  const left = replies.map((reply) => (typeof reply === 'string' ? reply : JSON.stringify(reply)));
  const fetch = async () => new Response(left.length > 1 ? left.shift() : left[0]);
  return createVoxolibClient({ token, fetch, retries: 0, ...options });
}
