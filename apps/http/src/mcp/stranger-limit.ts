import { createHash } from 'node:crypto';
import type { AddressLimit } from '@voxolib/access';
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Admit } from './admission.ts';
import { credentialHeaders } from './credential-headers.ts';
import { limited, RequestRefused } from './refusal.ts';

/** How long a token that was valid is let through to be checked again, whatever others at its address do. */
const KNOWN_MS = 10 * 60_000;
const KNOWN = 10_000;

/**
 * Refuses an address from which too many requests without a valid token come, before a token is looked at. AI hosts call
 * for all their users from few addresses, so that valid ones are neither counted nor, once seen, refused.
 */
export function limitStrangers(admit: Admit, limit: AddressLimit): Admit {
  const known = new LRUCache<string, true>({ max: KNOWN, ttl: KNOWN_MS });
  return async (request) => {
    const tooMany = limit.check(request.ip);
    const id = presentedId(request);
    if (tooMany !== undefined && !(id && known.has(id))) throw limited(tooMany);
    try {
      const admission = await admit(request);
      if (id) known.set(id, true);
      return admission;
    } catch (error) {
      if (error instanceof RequestRefused && error.status === 401) {
        if (id) known.delete(id);
        const refused = await limit.count(request.ip);
        if (refused !== undefined) throw limited(refused);
      }
      throw error;
    }
  };
}

/** Names what was sent as a credential, whatever is wrong with it; undefined for nothing. */
function presentedId({ headers, query }: FastifyRequest): string | undefined {
  const { authorization, 'x-voxolib-token': relayed } = headers;
  const { token } = query as Record<string, unknown>;
  const all = [authorization, relayed, token, ...credentialHeaders.map((name) => headers[name.toLowerCase()])];
  if (all.every((one) => one === undefined)) return undefined;
  return createHash('sha256').update(JSON.stringify(all)).digest('base64');
}
