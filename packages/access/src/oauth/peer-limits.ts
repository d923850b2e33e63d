import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { addressGroup } from '../addresses/address-group.ts';

/** What a peer without any account may make this server do. Each gives the seconds to wait, or undefined when it may. */
export interface PeerLimits {
  registration(address: string): Promise<number | undefined>;
  /** The fetch of a document of a client. */
  document(address: string): Promise<number | undefined>;
}

export interface PeerLimitOptions {
  readonly registrationsPerHour?: number;
  readonly documentsPerMinute?: number;
}

export function createPeerLimits({
  registrationsPerHour = 60,
  documentsPerMinute = 20,
}: PeerLimitOptions = {}): PeerLimits {
  return {
    registration: limit(registrationsPerHour, 3_600),
    document: limit(documentsPerMinute, 60),
  };
}

function limit(points: number, duration: number) {
  const limiter = new RateLimiterMemory({ points, duration });
  return async (address: string) => {
    try {
      await limiter.consume(addressGroup(address));
      return undefined;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      throw refusal;
    }
  };
}
