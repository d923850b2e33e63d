import { isTelephonyError, TelephonyError } from '@voxolib/telephony';
import { withDeadline, withRetries } from '@voxolib/upstream';
import { isRead, isRemembered } from './methods.ts';
import type { Settings } from './options.ts';
import { type MethodParams, toWireParams, type WireParams } from './params.ts';
import { type Reply, type RowReader, readReply, readRows } from './reply.ts';
import type { WireRow } from './rows.ts';
import { withoutSecrets } from './secrets.ts';
import { overNetwork, send } from './transport.ts';
import { unknownOutcome } from './unknown-outcome.ts';

export interface CallOptions {
  signal?: AbortSignal;
  /** Asks VoIP.ms also for what is remembered. */
  fresh?: boolean;
  /** Fields that hold secrets and are wanted all the same, by name: `['password']`. */
  secrets?: readonly string[];
}

/** What a method answered. `empty` says that VoIP.ms has no rows of it. */
export interface CallResult {
  method: string;
  data: WireRow;
  empty: boolean;
  receivedAt: Date;
}

export type Call = (method: string, params?: MethodParams, options?: CallOptions) => Promise<CallResult>;

/**
 * Reads the rows of a list method while they come, so that no more than some of them are in memory. Rows have their secrets: a reader
 * takes the fields that it needs and keeps no row. It begins anew when a request is repeated.
 */
export type ReadRows = <Result>(
  method: string,
  params: MethodParams,
  begin: () => RowReader<Result>,
  options?: { signal?: AbortSignal },
) => Promise<{ result: Result; receivedAt: Date }>;

export function createReadRows(settings: Settings): ReadRows {
  return async (method, params, begin, { signal } = {}) => {
    const wire = toWireParams(method, params, true);
    const result = await repeated(settings, signal, () =>
      request(settings, method, wire, signal, settings.readMs, (response) =>
        readRows(settings, method, response, begin),
      ),
    );
    return { result, receivedAt: settings.now() };
  };
}

export function createCall(settings: Settings): Call {
  return async (method, params = {}, options = {}) => {
    const wire = toWireParams(method, params, isRead(method));
    const { data, empty, receivedAt } = isRead(method)
      ? await read(settings, method, wire, options)
      : await change(settings, method, wire, options);
    return { method, data: withoutSecrets(data, options.secrets) as WireRow, empty, receivedAt };
  };
}

type Received = Reply & { receivedAt: Date };

async function read(settings: Settings, method: string, params: WireParams, options: CallOptions): Promise<Received> {
  options.signal?.throwIfAborted();
  const { cache } = settings.shared;
  const remembered = isRemembered(method) && settings.rememberMs > 0;
  const key = JSON.stringify([method, Object.entries(params).sort()]);
  const now = () => settings.now().getTime();
  if (remembered && options.fresh !== true) {
    const kept = cache.get(key, now());
    if (kept !== undefined) return { ...(kept.value as Reply), receivedAt: kept.receivedAt };
  }
  const { version } = cache;
  const reply = await repeated(settings, options.signal, () =>
    request(settings, method, params, options.signal, settings.readMs, (response) =>
      readReply(settings, method, response),
    ),
  );
  const receivedAt = settings.now();
  if (remembered) cache.put(key, { value: reply, receivedAt, until: now() + settings.rememberMs }, version);
  return { ...reply, receivedAt };
}

/** A read, again after a passing failure. */
function repeated<T>(settings: Settings, signal: AbortSignal | undefined, read: () => Promise<T>): Promise<T> {
  const endsAt = performance.now() + settings.readMs;
  return withRetries({ retries: settings.retries, endsAt, signal: signal ?? new AbortController().signal }, read);
}

/** Sent once. When no answer comes to what was sent, nobody knows whether it was carried out, and the error says so. */
async function change(settings: Settings, method: string, params: WireParams, options: CallOptions): Promise<Received> {
  let sent = false;
  try {
    const reply = await request(
      settings,
      method,
      params,
      options.signal,
      settings.writeMs,
      (response) => readReply(settings, method, response),
      () => {
        sent = true;
      },
    );
    return { ...reply, receivedAt: settings.now() };
  } catch (error) {
    throw sent && isUndecided(error) ? unknownOutcome(method) : error;
  } finally {
    if (sent) settings.shared.cache.clear();
  }
}

/** Refusals and certificate faults decide; so does a connection that never was. Everything else after sending does not. */
function isUndecided(error: unknown): boolean {
  if (!isTelephonyError(error)) return true;
  const { vendor_status, reason, status } = error.detail ?? {};
  if (vendor_status !== undefined) return false;
  if (
    typeof reason === 'string' &&
    /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|too_many_requests_in_flight)$|CERT|TLS|SSL/.test(reason)
  ) {
    return false;
  }
  return status !== 429 && status !== 403;
}

function request<T>(
  settings: Settings,
  method: string,
  params: WireParams,
  signal: AbortSignal | undefined,
  milliseconds: number,
  receive: (response: Response) => Promise<T>,
  onSend: () => void = () => {},
): Promise<T> {
  const waiting = signal ?? new AbortController().signal;
  return settings.shared.pace.run(waiting, () =>
    withDeadline({ milliseconds, expired: () => tooSlow(method, milliseconds), parent: signal }, async (deadline) => {
      onSend();
      const response = await overNetwork(method, () => send(settings, method, params, deadline));
      return receive(response);
    }),
  );
}

function tooSlow(method: string, milliseconds: number): TelephonyError {
  return new TelephonyError('UNAVAILABLE', `VoIP.ms did not answer completely within ${milliseconds / 1000} s.`, {
    provider: 'voipms',
    detail: { method, reason: 'timeout', timeout_ms: milliseconds },
  });
}
