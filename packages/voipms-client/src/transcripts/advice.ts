import type { OperationOptions } from '@voxolib/telephony';
import { voipmsContract } from '../contract.ts';
import { readFlag, readText } from '../scalars.ts';
import type { Session } from '../session.ts';

const ALL = voipmsContract.allLines.value;
const FLAG = voipmsContract.transcribeFlag.value;

/** Says what to switch on for a line, or a mailbox, of which there is no transcript. */
export async function adviceFor(
  session: Session,
  silent: { account?: string | undefined; mailbox?: string | undefined },
  options: OperationOptions,
): Promise<string[]> {
  const { account, mailbox } = silent;
  return [
    ...(account === undefined ? [] : [await aboutCalls(session, account, options)]),
    ...(mailbox === undefined ? [] : [await aboutVoicemails(session, mailbox, options)]),
  ];
}

async function aboutCalls(session: Session, account: string, options: OperationOptions): Promise<string> {
  const lines = (await session.rows('getSubAccounts', {}, options)).rows;
  const numbers = (await session.rows('getDIDsInfo', {}, options)).rows;
  const on = [
    ...lines.flatMap((row) => (readFlag(row[FLAG]) === true ? (readText(row.account) ?? []) : [])),
    ...numbers.flatMap((row) => (readFlag(row[FLAG]) === true ? (readText(row.did) ?? []) : [])),
  ];
  const later = 'Calls from before it was switched on have no transcript.';
  if (account === ALL ? on.length > 0 : on.includes(account)) {
    const which = account === ALL ? `on for ${on.join(', ')}` : 'on for this line';
    return `No call of these days has a transcript, though transcription is ${which}. ${later}`;
  }
  const numbersOn = on.filter((name) => numbers.some((row) => readText(row.did) === name));
  const elsewhere = numbersOn.length === 0 ? '' : ` It is on for calls to ${numbersOn.join(', ')}.`;
  const whose = account === ALL ? 'every line' : `the line ${account}`;
  return `Transcription is off for ${whose}. Switch on ${FLAG} of the sub-account, or of the number that is called, on the portal of VoIP.ms.${elsewhere} ${later}`;
}

async function aboutVoicemails(session: Session, mailbox: string, options: OperationOptions): Promise<string> {
  const { rows } = await session.rows('getVoicemails', { mailbox }, options);
  const row = rows.find((one) => readText(one.mailbox) === mailbox);
  return readFlag(row?.transcription) === true
    ? `No voicemail of these days in mailbox ${mailbox} has a transcript.`
    : `Transcription is off for the mailbox ${mailbox}. Switch it on in the settings of the mailbox on the portal of VoIP.ms.`;
}
