import { type Call, type CallOptions, type DryRun, dryRun } from './call.ts';
import { readOptions, type VoipmsOptions } from './options.ts';
import type { MethodParams } from './params.ts';
import type { WireRow } from './rows.ts';
import { createSession } from './session.ts';

export interface VoipmsClient {
  /**
   * Calls any method of the API. Secrets in the reply are removed unless asked for by name.
   * @throws UNKNOWN_OUTCOME when a change was sent and no answer came; it is never sent again by itself.
   */
  call: Call;
  /** What `call` would send, without credentials and secrets. */
  dryRun(method: string, params?: MethodParams): DryRun;
  /** The rows of a list method: `[]` where VoIP.ms says that there are none. */
  rows(method: string, params?: MethodParams, options?: CallOptions): Promise<WireRow[]>;
  /** The IP address that VoIP.ms sees; the one method that an unlisted address may call. */
  ip(options?: { signal?: AbortSignal }): Promise<string | null>;
}

/**
 * A client of one VoIP.ms account. Making it sends nothing and is cheap enough to do for each request of a server: clients of one
 * credential share a pace and what they remember.
 * @throws CONFIGURATION for wrong options, UNAUTHENTICATED for texts that are no credential.
 */
export function createVoipmsClient(options: VoipmsOptions): VoipmsClient {
  const session = createSession(readOptions(options));
  const { call } = session;
  return {
    call,
    dryRun,
    async rows(method, params, options) {
      return (await session.rows(method, params, options)).rows;
    },
    async ip({ signal } = {}) {
      const { data } = await call('getIP', {}, signal === undefined ? {} : { signal });
      return typeof data.ip === 'string' && data.ip.length <= 45 ? data.ip : null;
    },
  };
}
