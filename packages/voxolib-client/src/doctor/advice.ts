import { isTelephonyError, type TelephonyError } from '@voxolib/telephony';
import { isCertificateFault } from '@voxolib/upstream';
import type { Finding } from './finding.ts';

/** A failed read as a finding. What is not a TelephonyError, such as the caller's own abort, is thrown on. */
export function failed(check: string, error: unknown): Finding {
  if (!isTelephonyError(error)) throw error;
  const level = error.code === 'FORBIDDEN' || error.code === 'RATE_LIMITED' ? 'warning' : 'problem';
  const fact = error.detail?.status ?? error.detail?.reason;
  const found = fact === undefined || level === 'warning' ? error.message : `${error.message} (${fact})`;
  const advice = adviceOn(error);
  return { check, level, found, ...(advice !== undefined && { advice }) };
}

function adviceOn({ code, detail, retryAfterMs }: TelephonyError): string | undefined {
  if (code === 'UNAUTHENTICATED') return 'Make a new token from the two API keys with `npx @voxolib/token`.';
  if (code === 'RATE_LIMITED') return `Try again in ${Math.ceil((retryAfterMs ?? 60_000) / 1000)} s.`;
  if (code === 'BAD_RESPONSE') return 'Check the base URL, then run the doctor with --contract to see what differs.';
  if (code !== 'UNAVAILABLE') return undefined;
  return detail?.status === undefined
    ? adviceOnConnection(String(detail?.reason))
    : 'Voxolib itself has a fault. Try again later.';
}

function adviceOnConnection(reason: string): string {
  if (reason === 'ENOTFOUND' || reason === 'EAI_AGAIN') {
    return "The address's host name is not known here. Check the base URL and this machine's DNS.";
  }
  if (reason === 'ECONNREFUSED') return 'Nothing listens at this address. Check the base URL and its port.';
  if (isCertificateFault(reason)) {
    return "Check the base URL and this machine's clock. Where a proxy signs connections anew, NODE_EXTRA_CA_CERTS names its authority.";
  }
  return 'Check that this machine may connect there: a firewall or a proxy may be in the way.';
}
