import { type ErrorCode, TelephonyError, type TelephonyErrorOptions } from '@voxolib/telephony';
import { type ByteBudget, readRetryAfter, readText } from '@voxolib/upstream';
import { type ErrorBody, readErrorBody } from './error-body.ts';
import type { Settings } from './options.ts';
import { overNetwork, send, type WireRequest } from './transport.ts';

interface Attempt {
  token: string;
  budget: ByteBudget;
  signal: AbortSignal;
}

const DOCTOR = 'Run `npx -y @voxolib/mcp doctor --contract` to see what differs.';

/** One GET, without retries. What comes back is JSON of any shape; every failure is a TelephonyError. */
export async function get(settings: Settings, request: WireRequest, attempt: Attempt): Promise<unknown> {
  const { budget, signal } = attempt;
  const response = await overNetwork(request, () => send(settings, request, attempt));
  if (!response.ok) {
    const said = await readErrorBody(settings.contract, request, response, signal);
    throw refusal(request, response, said, settings.now().getTime());
  }
  const text = await overNetwork(request, () => readText(response, budget));
  if (text === undefined) throw failure(request, response, 'BAD_RESPONSE', 'Voxolib sent more than 5 MiB.');
  try {
    return JSON.parse(text);
  } catch {
    const what = text.trim() === '' ? 'an empty reply' : isWebPage(response) ? 'a web page' : 'something else';
    throw failure(request, response, 'BAD_RESPONSE', `Voxolib sent ${what} where JSON was expected. ${DOCTOR}`);
  }
}

/** Voxolib's refusals in our codes. Its own messages are not repeated: nobody knows what they contain. */
function refusal(request: WireRequest, response: Response, said: ErrorBody, now: number): TelephonyError {
  const { status, headers } = response;
  const fail = (code: ErrorCode, message: string, more: TelephonyErrorOptions = {}) =>
    failure(request, response, code, message, more);

  if (status === 0 || (status >= 300 && status < 400)) {
    return fail('BAD_RESPONSE', 'Voxolib answered with a redirect, which is not followed. Check the base URL.');
  }
  if (status === 401) {
    return fail('UNAUTHENTICATED', 'Voxolib does not accept this access token. Make a new one from the two API keys.');
  }
  if (status === 403) return fail('FORBIDDEN', forbidden(request, said));
  if (status === 400 || status === 422) {
    return fail('INVALID_INPUT', invalid(said), said.field === undefined ? {} : { field: said.field });
  }
  const retryAfterMs = readRetryAfter(headers.get('retry-after'), now);
  const later = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (status === 429) return fail('RATE_LIMITED', 'Voxolib asks us to slow down.', later);
  if (status === 408 || status >= 500) return fail('UNAVAILABLE', 'Voxolib cannot answer at the moment.', later);
  return fail('BAD_RESPONSE', `Voxolib's API is not as this client expects it. ${DOCTOR}`);
}

function forbidden({ right }: WireRequest, { code }: ErrorBody): string {
  if (code === 'account_suspended') {
    return "This Voxolib account is suspended. Voxolib's support can say why, and reactivate it.";
  }
  const ask = `Ask the account's administrator, or Voxolib's support, to enable the ${right} report right.`;
  return code === 'report_not_enabled'
    ? `This Voxolib account does not have the ${right} report right. ${ask}`
    : `Voxolib refuses the ${right} report to this account. ${ask}`;
}

function invalid({ code, field }: ErrorBody): string {
  if (code === 'invalid_range') return `Voxolib refuses the period${field === undefined ? '' : `: see ${field}`}.`;
  return field === undefined ? 'Voxolib refuses an argument, without naming it.' : `Voxolib refuses this ${field}.`;
}

function isWebPage(response: Response): boolean {
  return response.headers.get('content-type')?.includes('html') === true;
}

function failure(
  request: WireRequest,
  response: Response,
  code: ErrorCode,
  message: string,
  more: TelephonyErrorOptions = {},
): TelephonyError {
  const detail = { method: 'GET', path: request.path, operation: request.operation, status: response.status };
  return new TelephonyError(code, message, { provider: 'voxolib', detail, ...more });
}
