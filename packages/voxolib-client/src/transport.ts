import { TelephonyError } from '@voxolib/telephony';
import { faultCode, isCertificateFault } from '@voxolib/upstream';
import ky from 'ky';
import type { OperationName } from './contract.ts';
import type { Settings } from './options.ts';

export interface WireRequest {
  operation: OperationName;
  path: string;
  query: Readonly<Record<string, string>>;
  /** The report right that the account needs for it. */
  right: 'WCB' | 'DID';
}

/** Sends one GET and gives whatever comes, also a redirect or a refusal. */
export function send(
  settings: Settings,
  request: WireRequest,
  attempt: { token: string; signal: AbortSignal },
): Promise<Response> {
  const { header, scheme } = settings.contract.authorization;
  return ky.get(`${settings.baseUrl}${request.path}`, {
    searchParams: request.query,
    headers: { accept: 'application/json', [header]: scheme === '' ? attempt.token : `${scheme} ${attempt.token}` },
    redirect: 'manual',
    // Ky waits out the rest of its time when a Retry-After is too long, and does not repeat a reply that breaks off.
    retry: 0,
    timeout: false,
    throwHttpErrors: false,
    fetch: settings.fetch,
    signal: attempt.signal,
  });
}

/** Keeps nothing of a foreign error but its code: those of ky and fetch print the URL and the headers. */
export async function overNetwork<T>(request: WireRequest, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const reason = faultCode(error);
    const message = isCertificateFault(reason)
      ? "The certificate of Voxolib's address is not trusted, so nothing was sent there."
      : 'The connection to Voxolib failed.';
    throw new TelephonyError('UNAVAILABLE', message, {
      provider: 'voxolib',
      detail: { method: 'GET', path: request.path, reason },
    });
  }
}
