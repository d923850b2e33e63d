import type { VoipmsCall } from '../calls/call.ts';
import { easternWall, wallText } from '../eastern-time.ts';
import { messageAt } from '../media/conversations.ts';
import type { Row } from './account-state.ts';

const EVERY = 4;
const OLD_FROM = 12;

/**
 * Messages that callers left whom nobody answered, the oldest first: the older ones are in the folder Old.
 * Other turns have other messages.
 */
export function messagesOf(calls: Iterable<VoipmsCall>, mailbox: string, turn: number): Row[] {
  const left = [...calls].filter(
    ({ direction, disposition, from, spam }, place) =>
      direction === 'incoming' && disposition === 'NO ANSWER' && from !== '' && !spam && place % EVERY === turn % EVERY,
  );
  const numbers = { INBOX: 0, Old: 0 };
  return left.map((call, place) => {
    const folder = place < left.length - OLD_FROM ? 'Old' : 'INBOX';
    const seconds = 5 + (Math.floor(call.at / 1_000) % 50);
    return {
      id: `${mailbox}-${call.uniqueid}`,
      mailbox,
      folder,
      message_num: String(numbers[folder]++),
      date: wallText(easternWall(call.at)),
      callerid: call.name === '' ? call.from : `"${call.name}" <${call.from}>`,
      duration: `00:${String(seconds).padStart(2, '0')}`,
      urgent: 'no',
      listened: folder === 'Old' ? 'yes' : 'no',
      text: messageAt(call.at),
    };
  });
}

const LATEST = 8;

/** Text messages to a number, from those who called last. */
export function textsOf(calls: Iterable<VoipmsCall>, did: string): Row[] {
  const from = [...calls].filter((call) => call.direction === 'incoming' && call.from.length === 10 && !call.spam);
  return from.slice(-LATEST).map((call, place) => ({
    id: String(7_719_021 + place),
    kind: 'sms',
    wall: String(easternWall(call.at)),
    type: '1',
    did,
    contact: call.from,
    message: messageAt(call.at),
  }));
}
