import { isTelephonyError, type TelephonyError } from '@voxolib/telephony';
import { createVoipmsClient, type VoipmsClient } from '../client.ts';
import type { VoipmsOptions } from '../options.ts';

/** One thing that was looked at, in plain words. It never holds a credential or what an account holds. */
export interface Finding {
  check: string;
  level: 'ok' | 'warning' | 'problem';
  found: string;
  /** What to do about it. */
  advice?: string;
}

const PORTAL = "the portal's page Main Menu, SOAP and REST/JSON API";

/** Looks at everything between a program and its VoIP.ms account: address, credential, the list of allowed IPs, reading. */
export async function diagnoseVoipms(
  options: VoipmsOptions,
  { signal }: { signal?: AbortSignal } = {},
): Promise<Finding[]> {
  const findings: Finding[] = [];
  try {
    const client = createVoipmsClient({ retries: 0, ...options });
    // The one method that VoIP.ms also answers to an address that is not on the account's list.
    const ip = await client.ip(signal === undefined ? {} : { signal });
    const address = ip ?? 'which it did not name';
    findings.push({ check: 'API reachable', level: 'ok', found: 'VoIP.ms answers, and accepts the credential.' });
    findings.push(await checkAddress(client, address, signal));
  } catch (error) {
    findings.push(asFinding('API reachable', error, signal));
  }
  return findings;
}

async function checkAddress(client: VoipmsClient, address: string, signal: AbortSignal | undefined): Promise<Finding> {
  const check = 'IP address allowed';
  try {
    await client.call('getBalance', {}, signal === undefined ? {} : { signal });
    return { check, level: 'ok', found: `VoIP.ms sees this machine as ${address}, which the account allows.` };
  } catch (error) {
    if (isTelephonyError(error) && error.detail?.vendor_status === 'ip_not_enabled') {
      const found = `VoIP.ms sees this machine as ${address}, which is not on the account's list.`;
      return { check, level: 'problem', found, advice: `Add ${address} to the allowed IPs on ${PORTAL}.` };
    }
    return asFinding(check, error, signal);
  }
}

/** What is not a TelephonyError, such as the caller's own abort, is thrown on. */
function asFinding(check: string, error: unknown, signal: AbortSignal | undefined): Finding {
  if (!isTelephonyError(error) || signal?.aborted === true) throw error;
  const advice = adviceOn(error);
  const level = error.code === 'RATE_LIMITED' ? 'warning' : 'problem';
  return { check, level, found: error.message, ...(advice !== undefined && { advice }) };
}

function adviceOn({ code, detail, retryAfterMs }: TelephonyError): string | undefined {
  if (detail?.vendor_status === 'api_not_enabled') return `Switch the API on, on ${PORTAL}.`;
  if (code === 'UNAUTHENTICATED')
    return `Set an API password on ${PORTAL}, and use it with the portal's e-mail address.`;
  if (code === 'RATE_LIMITED') return `Try again in ${Math.ceil((retryAfterMs ?? 60_000) / 1000)} s.`;
  if (code === 'UNAVAILABLE') return 'Try again later. Where it stays so, a firewall or a proxy may be in the way.';
  if (code === 'BAD_RESPONSE') return 'Check the address of the API; where it is right, VoIP.ms itself has a fault.';
  return undefined;
}
