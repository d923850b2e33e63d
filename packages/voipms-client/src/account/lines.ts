import type { Line, Lines } from '@voxolib/telephony';
import { toE164 } from '../phone-number.ts';
import type { WireRow } from '../rows.ts';
import { readFlag, readText } from '../scalars.ts';
import type { Session } from '../session.ts';

/** Sub-accounts, and the values that filters by account take. Passwords are in neither. */
export function lines(session: Session): Lines {
  return {
    async list({ account } = {}, options = {}) {
      const { rows, receivedAt } = await session.rows('getSubAccounts', { account }, options);
      const all = rows.map(toLine).filter((line) => line !== undefined);
      return {
        lines: account === undefined ? all : all.filter((line) => line.account === account),
        as_of: receivedAt.toISOString(),
      };
    },
    async filterValues({ client } = {}, options = {}) {
      const { rows, receivedAt } = await session.rows('getCallAccounts', { client }, options);
      const accounts = rows.flatMap(({ value, description }) => {
        const text = readText(value);
        return text === null ? [] : [{ value: text, description: readText(description) ?? text }];
      });
      return { accounts, as_of: receivedAt.toISOString() };
    },
  };
}

function toLine(row: WireRow): Line | undefined {
  const account = readText(row.account);
  if (account === null) return undefined;
  const callerId = readText(row.callerid_number);
  const texts = {
    description: readText(row.description),
    caller_id: callerId === null ? null : toE164(callerId),
    internal_extension: readText(row.internal_extension),
    voicemail: readText(row.internal_voicemail),
    language: readText(row.language),
    records_calls: readFlag(row.record_calls),
    transcribes_calls: readFlag(row.transcribe),
    international_locked: readFlag(row.lock_international),
    encrypted: readFlag(row.sip_traffic),
    codecs: readText(row.allowed_codecs)?.split(/\s*;\s*/) ?? null,
  };
  const present = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== null));
  return { id: readText(row.id) ?? account, account, ...present };
}
