import { isTelephonyError, TelephonyError } from '@voxolib/telephony';
import { faultCode, isCertificateFault } from '@voxolib/upstream';
import ky from 'ky';
import type { Settings } from './options.ts';
import type { WireParams } from './params.ts';

/** Cloudflare stands before the API and turns away whoever does not say what it is. */
const USER_AGENT = 'voxolib-voipms/0.1';
const MUST_POST = /^(setRecording|sendFaxMessage|addLNPFile|sendMMS)$/;
/** The longest request line that the server takes, less the rest of the line. */
const LONGEST_QUERY = 8000;

/** Sends one request and gives whatever comes. */
export function send(settings: Settings, method: string, params: WireParams, signal: AbortSignal): Promise<Response> {
  const { username, password } = settings.credential;
  const fields = { api_username: username, api_password: password, method, content_type: 'json', ...params };
  const common = {
    headers: { accept: 'application/json', 'user-agent': USER_AGENT },
    redirect: 'manual' as const,
    retry: 0,
    timeout: false as const,
    throwHttpErrors: false,
    fetch: settings.fetch,
    signal,
  };
  const query = new URLSearchParams(fields);
  if (settings.transport === 'get' && !MUST_POST.test(method) && query.toString().length <= LONGEST_QUERY) {
    return ky.get(settings.baseUrl, { ...common, searchParams: query });
  }
  const body = new FormData();
  for (const [name, text] of Object.entries(fields)) body.append(name, text);
  return ky.post(settings.baseUrl, { ...common, body });
}

/** Keeps nothing of a foreign error but its code: those of ky and fetch hold the request, and with it the password. */
export async function overNetwork<T>(method: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (isTelephonyError(error)) throw error;
    const reason = faultCode(error);
    const message = isCertificateFault(reason)
      ? "The certificate of VoIP.ms's address is not trusted, so nothing was sent there."
      : 'The connection to VoIP.ms failed.';
    throw new TelephonyError('UNAVAILABLE', message, { provider: 'voipms', detail: { method, reason } });
  }
}
