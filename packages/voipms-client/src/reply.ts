import { type ErrorCode, TelephonyError, type TelephonyErrorOptions } from '@voxolib/telephony';
import { readChunks, readRetryAfter } from '@voxolib/upstream';
import { classifyStatus } from './classify-status.ts';
import { isRead, listKeys } from './methods.ts';
import type { Settings } from './options.ts';
import { refusalOf } from './refusal.ts';
import { rowsOf, type WireRow } from './rows.ts';
import { type ArrivingDocument, createStreamedRows, wholeDocument } from './streamed-rows.ts';
import { overNetwork } from './transport.ts';

/** The most of a reply: a slice of a busy year's calls, or a recording of an hour as base64. */
const MAX_REPLY_BYTES = 128 * 1024 * 1024;
const STATUS_FORM = /^[A-Za-z][A-Za-z0-9_]{1,80}$/;

/** What a method answered: `empty` is one of the statuses that say that there are no rows. */
export interface Reply {
  data: WireRow;
  empty: boolean;
}

/** Makes something of rows, some at a time, in their order. */
export interface RowReader<Result> {
  add(rows: readonly WireRow[]): void;
  done(): Result;
}

/** Reads the rows of a list method's response while they come. `begin` may be called twice: what the first reader read did not count. */
export async function readRows<Result>(
  settings: Settings,
  method: string,
  response: Response,
  begin: () => RowReader<Result>,
): Promise<Result> {
  let reader = begin();
  const document = createStreamedRows(listKeys[method]?.[0] ?? '', (rows) => reader.add(rows));
  const { data, empty } = await readReply(settings, method, response, document);
  if (empty || !document.hold(data)) reader = begin();
  if (!empty) reader.add(rowsOf(method, data));
  return reader.done();
}

/** Reads a response of `method`; every failure is a TelephonyError, none repeats what VoIP.ms wrote. */
export async function readReply(
  settings: Settings,
  method: string,
  response: Response,
  document: ArrivingDocument = wholeDocument(),
): Promise<Reply> {
  const { status } = response;
  const fail = (code: ErrorCode, message: string, more: TelephonyErrorOptions = {}) =>
    new TelephonyError(code, message, { provider: 'voipms', detail: { method, status }, ...more });
  if (!response.ok) throw await httpFailure(response, fail, settings.now().getTime());

  const budget = { left: MAX_REPLY_BYTES };
  const ended = await overNetwork(method, () => readChunks(response, budget, (chunk) => document.write(chunk)));
  if (!ended) throw fail('BAD_RESPONSE', 'VoIP.ms sent more than 128 MiB.');
  const text = document.text();
  if (text.trim() === '' && !isRead(method)) return { data: {}, empty: false };
  const data = parse(text);
  if (data === undefined) throw fail('BAD_RESPONSE', notJson(text));
  const said = data.status;
  if (typeof said !== 'string' || !STATUS_FORM.test(said)) {
    throw fail('BAD_RESPONSE', 'VoIP.ms sent JSON without a status, which every reply of its API has.');
  }
  if (said === 'success') return { data, empty: false };
  const classified = classifyStatus(method, said);
  if (classified.kind === 'empty') return { data: {}, empty: true };
  if (classified.kind === 'rate_limit') settings.shared.pace.pause();
  throw refusalOf(method, said.toLowerCase(), classified, settings.limitPauseMs);
}

async function httpFailure(
  response: Response,
  fail: (code: ErrorCode, message: string, more?: TelephonyErrorOptions) => TelephonyError,
  now: number,
): Promise<TelephonyError> {
  const { status, headers } = response;
  // The rest of the reply is of no use, and would keep the connection.
  await response.body?.cancel().catch(() => {});
  if (status === 0 || (status >= 300 && status < 400)) {
    return fail('BAD_RESPONSE', 'VoIP.ms answered with a redirect, which is not followed. Check the address.');
  }
  const retryAfterMs = readRetryAfter(headers.get('retry-after'), now);
  const later = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (status === 429) return fail('RATE_LIMITED', 'VoIP.ms asks us to slow down.', later);
  if (status === 408 || status >= 500) return fail('UNAVAILABLE', 'VoIP.ms cannot answer at the moment.', later);
  if (status === 403) {
    return fail('FORBIDDEN', "What stands before VoIP.ms's API refused the request before it got there.");
  }
  return fail('BAD_RESPONSE', "VoIP.ms's API is not as this client expects it.");
}

function parse(text: string): WireRow | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as WireRow) : undefined;
  } catch {
    return undefined;
  }
}

function notJson(text: string): string {
  const start = text.trimStart().slice(0, 200).toLowerCase();
  const what =
    start === ''
      ? 'an empty reply'
      : /^<\?xml|^<soap|^<[a-z-]+:envelope/.test(start)
        ? 'XML'
        : start.startsWith('<')
          ? 'a web page'
          : 'something else';
  return `VoIP.ms sent ${what} where JSON was expected.`;
}
