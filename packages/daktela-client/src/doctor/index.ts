import { isTelephonyError, type TelephonyError } from '@voxolib/telephony';
import { createDaktelaClient, type DaktelaClient } from '../client.ts';
import type { Endpoint } from '../endpoints/endpoints.ts';
import type { DaktelaOptions } from '../options.ts';
import { createSharing } from '../sharing.ts';

/** One thing that was looked at, in plain words. It never holds a credential or what an instance holds. */
export interface Finding {
  check: string;
  level: 'ok' | 'warning' | 'problem';
  found: string;
  /** What to do about it. */
  advice?: string;
}

const ADMINISTRATION = "Daktela's user administration";
/** One of each family of tools. */
const LOOKED_AT: readonly Endpoint[] = [
  'tickets',
  'activities',
  'activitiesCall',
  'activitiesCallTranscripts',
  'activitiesEmail',
  'activitiesWeb',
  'contacts',
  'accounts',
  'crmRecords',
  'campaignsRecords',
  'queues',
  'users',
  'realtimeSessions',
  'articles',
];

/** Looks at everything between a program and its Daktela instance: address, credential, time zone, and what the user may read. */
export async function diagnoseDaktela(
  options: DaktelaOptions,
  { signal }: { signal?: AbortSignal } = {},
): Promise<Finding[]> {
  try {
    const client = createDaktelaClient({ retries: 0, sharing: createSharing(), ...options });
    const { version, zone } = await client.whoim({ signal });
    const findings: Finding[] = [
      {
        check: 'API reachable',
        level: 'ok',
        found: `Daktela${version === undefined ? '' : ` ${version}`} answers, and accepts the credential.`,
      },
      zoneFinding(zone),
    ];
    // One after the other: a look is no load.
    for (const endpoint of LOOKED_AT) findings.push(await look(client, endpoint, signal));
    return findings;
  } catch (error) {
    return [asFinding('API reachable', error, signal)];
  }
}

function zoneFinding(zone: string | undefined): Finding {
  const check = 'time zone';
  if (zone !== undefined) return { check, level: 'ok', found: `Times of the instance are in ${zone}.` };
  return {
    check,
    level: 'warning',
    found: 'The instance does not name its time zone, as old versions do not.',
    advice: 'Name the zone wherever a day or an hour is meant.',
  };
}

async function look(client: DaktelaClient, endpoint: Endpoint, signal: AbortSignal | undefined): Promise<Finding> {
  const check = `reading ${endpoint}`;
  try {
    await client.list(endpoint, { take: 1 }, { signal });
    return { check, level: 'ok', found: `The user may read ${endpoint}.` };
  } catch (error) {
    return asFinding(check, error, signal);
  }
}

/** What is not a TelephonyError, such as the caller's own abort, is thrown on. */
function asFinding(check: string, error: unknown, signal: AbortSignal | undefined): Finding {
  if (!isTelephonyError(error) || signal?.aborted === true) throw error;
  const advice = adviceOn(error);
  const isPartial = ['FORBIDDEN', 'NOT_FOUND', 'RATE_LIMITED'].includes(error.code);
  return {
    check,
    level: isPartial ? 'warning' : 'problem',
    found: error.message,
    ...(advice !== undefined && { advice }),
  };
}

function adviceOn({ code, retryAfterMs }: TelephonyError): string | undefined {
  switch (code) {
    case 'UNAUTHENTICATED':
      return `Check user name and password, or make a new access token in ${ADMINISTRATION}.`;
    case 'CONFIGURATION':
      return 'Use the address that the browser shows, such as https://acme.daktela.com; other hosts are listed in DAKTELA_ALLOWED_HOSTS.';
    case 'FORBIDDEN':
      return `Allow it to the role of the user in ${ADMINISTRATION}, or do without the tools that need it.`;
    case 'NOT_FOUND':
      return 'The tools that need it are of no use with this instance; it may want a licence.';
    case 'RATE_LIMITED':
      return `Try again in ${Math.ceil((retryAfterMs ?? 60_000) / 1000)} s.`;
    case 'UNAVAILABLE':
      return 'Try again later. Where it stays so, a firewall or a proxy may be in the way.';
    case 'BAD_RESPONSE':
      return 'Check the address of the instance; where it is right, Daktela itself has a fault.';
    default:
      return undefined;
  }
}
