import { type OperationOptions, type PreparedChange, TelephonyError } from '@voxolib/telephony';
import { ownNumbers } from '../account/own-numbers.ts';
import { comparable, toVendorNumber } from '../phone-number.ts';
import { preparedSending } from '../prepared-change.ts';
import type { Session } from '../session.ts';

/** A text message. Numbers in any notation. */
export interface MessageRequest {
  /** A number of the account for which text messages are switched on. */
  from: string;
  /** A number of North America. */
  to: string;
  text: string;
}

const LONGEST_SMS = 160;
const LONGEST_MMS = 2048;

/** Plans a text message, as an MMS where it is longer than an SMS can be. It is sent once. */
export async function prepareMessage(
  session: Session,
  request: MessageRequest,
  options: OperationOptions,
): Promise<PreparedChange> {
  const [from, to] = [toVendorNumber(request.from, 'from'), toVendorNumber(request.to, 'to')];
  const { text } = request;
  if (!/^\d{10}$/.test(to.number)) {
    throw refuse('INVALID_INPUT', 'to', 'VoIP.ms sends text messages to numbers of North America alone.');
  }
  if (text.trim() === '') throw refuse('INVALID_INPUT', 'text', 'The message is empty.');
  if (text.length > LONGEST_MMS) {
    throw refuse(
      'INVALID_INPUT',
      'text',
      `A message has at most ${LONGEST_MMS} characters; this one has ${text.length}.`,
    );
  }
  const long = text.length > LONGEST_SMS;
  const check = async (given: OperationOptions & { fresh?: boolean }) => requireSender(session, from.number, given);
  await check(options);
  return preparedSending(session, {
    method: long ? 'sendMMS' : 'sendSMS',
    params: { did: from.number, dst: to.number, message: text },
    before: {},
    after: { from: from.number, to: to.number, text },
    notes: [
      ...[from.note, to.note].filter((note) => note !== undefined),
      ...(long ? [`It has more than ${LONGEST_SMS} characters, so it goes as an MMS, which may cost more.`] : []),
    ],
    check: (given) => check({ ...given, fresh: true }),
  });
}

async function requireSender(
  session: Session,
  from: string,
  options: OperationOptions & { fresh?: boolean },
): Promise<void> {
  const sender = (await ownNumbers(session, options)).find(({ number }) => comparable(number) === from);
  if (sender === undefined) throw refuse('NOT_FOUND', 'from', 'This is not a number of the VoIP.ms account.');
  if (sender.sms.enabled) return;
  const next = sender.sms.available
    ? "Switch them on with prepareUpdate('setSMS', …, { enable: true })."
    : 'VoIP.ms does not offer them for it.';
  throw refuse('INVALID_INPUT', 'from', `Text messages are off for this number. ${next}`);
}

function refuse(code: 'INVALID_INPUT' | 'NOT_FOUND', field: string, message: string): TelephonyError {
  return new TelephonyError(code, message, { provider: 'voipms', field });
}
