import type { OperationOptions } from '@voxolib/telephony';
import { toE164 } from '../phone-number.ts';
import type { WireRow } from '../rows.ts';
import { readFlag, readText } from '../scalars.ts';
import type { Session } from '../session.ts';

/** A number of the account. What VoIP.ms does not say is null. */
export interface OwnNumber {
  /** As E.164. */
  number: string;
  description: string | null;
  note: string | null;
  /** Where its calls go, as VoIP.ms writes it: `account:200345_desk`, `ivr:6120`, `fwd:30112`; null for nowhere. */
  route: string | null;
  /** Where they go instead. */
  failover: { busy: string | null; unreachable: string | null; noAnswer: string | null };
  /** A mailbox. */
  voicemail: string | null;
  /** The id of the server that its calls come through; a device has to be registered there. */
  pop: string | null;
  sms: { available: boolean; enabled: boolean };
  recordsCalls: boolean;
  transcribesCalls: boolean;
}

/** The numbers of the account, as the account lists them. */
export async function ownNumbers(
  session: Session,
  options: OperationOptions & { fresh?: boolean },
): Promise<OwnNumber[]> {
  const { rows } = await session.rows('getDIDsInfo', {}, options);
  return rows.flatMap((row) => toOwnNumber(row) ?? []);
}

function toOwnNumber(row: WireRow): OwnNumber | undefined {
  const did = readText(row.did);
  if (did === null) return undefined;
  return {
    number: toE164(did),
    description: readText(row.description),
    note: readText(row.note),
    route: readRoute(row.routing),
    failover: {
      busy: readRoute(row.failover_busy),
      unreachable: readRoute(row.failover_unreachable),
      noAnswer: readRoute(row.failover_noanswer),
    },
    voicemail: unlessZero(row.voicemail),
    pop: unlessZero(row.pop),
    sms: { available: readFlag(row.sms_available) === true, enabled: readFlag(row.sms_enabled) === true },
    recordsCalls: readFlag(row.record_calls) === true,
    transcribesCalls: readFlag(row.transcribe) === true,
  };
}

/** `none:` and what is no route at all lead nowhere. */
function readRoute(value: unknown): string | null {
  const text = readText(value);
  return text === null || text.startsWith('none:') || !text.includes(':') ? null : text;
}

function unlessZero(value: unknown): string | null {
  const text = readText(value);
  return text === '0' ? null : text;
}
