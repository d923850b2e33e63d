import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { addDays } from '@voxolib/telephony';

export const CALLS = 250_000;
/** The year that the calls are of, in the parts that VoIP.ms gives at once. */
export const SLICES = slices('2025-03-31', 364, 89);

interface Slice {
  start_date: string;
  end_date: string;
  days: number;
}

function slices(first: string, days: number, most: number): Slice[] {
  return Array.from({ length: Math.ceil(days / most) }, (_, index) => {
    const length = Math.min(most, days - index * most);
    const start_date = addDays(first, index * most);
    return { start_date, end_date: addDays(start_date, length - 1), days: length };
  });
}

/** Writes the replies of a year, one document a line, with all that VoIP.ms tells of a call. */
export async function writeYear(path: string): Promise<void> {
  async function* lines() {
    for (const { start_date, days } of SLICES) {
      const count = Math.round((CALLS * days) / 364);
      const cdr = Array.from({ length: count }, (_, index) => wireCall(start_date, (index / count) * days, index));
      yield `${JSON.stringify({ status: 'success', cdr })}\n`;
    }
  }
  await pipeline(lines, createWriteStream(path));
}

const dispositions = ['ANSWERED', 'ANSWERED', 'ANSWERED', 'NO ANSWER', 'NO ANSWER', 'BUSY', 'FAILED'];

function wireCall(start: string, day: number, index: number) {
  const number = (index * 2_654_435_761) % 10_000_000;
  const at = new Date(Date.parse(`${start}T05:00Z`) + day * 86_000_000);
  const seconds = number % 600;
  return {
    date: at.toISOString().slice(0, 19).replace('T', ' '),
    callerid: `"CALLER ${number}" <416${String(number).padStart(7, '0')}>`,
    destination: `514${String((number * 7) % 10_000_000).padStart(7, '0')}`,
    description: 'Inbound DID',
    account: '310020_desk',
    disposition: dispositions[number % dispositions.length],
    duration: `00:0${Math.floor(seconds / 60) % 10}:${String(seconds % 60).padStart(2, '0')}`,
    seconds: String(seconds),
    rate: '0.00900000',
    total: '0.01800000',
    uniqueid: `${at.getTime() / 1000}x${start}${index}`,
    destination_type: 'IN:CAN',
    call_logs: '',
    ip: '203.0.113.9',
    useragent: 'Yealink SIP-T54W',
  };
}
