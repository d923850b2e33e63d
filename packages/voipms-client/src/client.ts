import type { OperationOptions, PreparedChange } from '@voxolib/telephony';
import { type OwnNumber, ownNumbers } from './account/own-numbers.ts';
import type { Call, CallOptions } from './call.ts';
import { type DryRun, dryRun } from './dry-run/index.ts';
import { type MessageRequest, prepareMessage } from './messages/prepare-message.ts';
import { readOptions, type VoipmsOptions } from './options.ts';
import type { MethodParams } from './params.ts';
import type { FullRecordMethod } from './records/full-records.ts';
import { prepareUpdate } from './records/prepare-update.ts';
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
  /**
   * Plans a change of some fields of a record whose method would reset all others, such as `setDIDInfo`; `apply` sends the whole record
   * with the changes and reads it again. Nothing is sent before.
   * @throws INVALID_INPUT for a method that does not replace a record, NOT_FOUND where there is no such record.
   */
  prepareUpdate(
    method: FullRecordMethod,
    id: string,
    changes: MethodParams,
    options?: OperationOptions,
  ): Promise<PreparedChange>;
  /** The numbers of the account, with where their calls go. */
  numbers(options?: OperationOptions): Promise<OwnNumber[]>;
  /**
   * Plans a text message from a number of the account; `apply` sends it, once.
   * @throws INVALID_INPUT and NOT_FOUND, with the field, for what VoIP.ms would not send.
   */
  prepareMessage(message: MessageRequest, options?: OperationOptions): Promise<PreparedChange>;
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
    prepareUpdate: async (method, id, changes, options) => prepareUpdate(session, method, id, changes, options),
    numbers: async (options = {}) => ownNumbers(session, options),
    prepareMessage: async (message, options = {}) => prepareMessage(session, message, options),
    async ip({ signal } = {}) {
      const { data } = await call('getIP', {}, signal === undefined ? {} : { signal });
      return typeof data.ip === 'string' && data.ip.length <= 45 ? data.ip : null;
    },
  };
}
