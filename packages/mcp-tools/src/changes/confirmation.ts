import { randomBytes, randomUUID } from 'node:crypto';
import { createRequestStateCodec, type RequestStateCodec, type ServerContext } from '@modelcontextprotocol/server';
import { TelephonyError } from '@voxolib/telephony';

/** For how long a plan may be confirmed. */
const CONFIRM_SECONDS = 600;

/** What a confirmation is for. It is signed and readable, so it holds digests only. */
export interface ConfirmedPlan {
  /** Makes it one confirmation, for one change. */
  id: string;
  /** Who asked, which tool, with which arguments. */
  asked: string;
  /** The plan that was shown: what would be sent, and what was there before. */
  plan: string;
}

/** Signs what is to be confirmed, and checks what comes back. Both ways of confirming carry the same text. */
export interface Confirmations {
  codec: RequestStateCodec<ConfirmedPlan>;
  mint(asked: string, plan: string): Promise<string>;
  /** @throws INVALID_INPUT when it has expired, or was not made here. */
  open(token: string, context: ServerContext): Promise<ConfirmedPlan>;
}

/** @param key at least 32 bytes, the same for all processes that serve one caller; random unless given. */
export function createConfirmations(key: Uint8Array = randomBytes(32)): Confirmations {
  const codec = createRequestStateCodec<ConfirmedPlan>({ key, ttlSeconds: CONFIRM_SECONDS });
  return {
    codec,
    mint: (asked, plan) => codec.mint({ id: randomUUID(), asked, plan }),
    async open(token, context) {
      try {
        return await codec.verify(token, context);
      } catch (error) {
        const expired = error instanceof Error && error.message === 'expired';
        throw new TelephonyError(
          'INVALID_INPUT',
          expired
            ? 'This confirmation has expired; it counts for ten minutes. Call again without it for a new one.'
            : 'This confirmation was not made by this server. Call again without it for a new one.',
          { field: 'confirmation' },
        );
      }
    },
  };
}
