/** A call as a vendor's record of it: mostly fields that a daily report does not read. */
export interface WireCall {
  date: string;
  callerid: string;
  destination: string;
  description: string;
  disposition: string;
  seconds: string;
  uniqueid: string;
  total: string;
}

/** What the vendor wraps a page in. */
export interface WirePage {
  status: 'success';
  cdr: WireCall[];
}

/** The three years that the calls are spread over, and that the report is of. */
const FIRST = Date.parse('2023-04-01T00:00Z');
const SPREAD = Date.parse('2026-03-31T00:00Z') - FIRST;

/** Where the vendor's clocks stand. The report is of another zone. */
export const VENDOR_ZONE = 'America/Toronto';

const dispositions = ['ANSWERED', 'ANSWERED', 'ANSWERED', 'NO ANSWER', 'NO ANSWER', 'BUSY', 'FAILED'];

/** Call `index` of `count`, in the order of time. The same index gives the same call. */
export function wireCall(index: number, count: number): WireCall {
  const number = (index * 2_654_435_761) % 10_000_000;
  const at = new Date(FIRST + Math.floor((index / count) * SPREAD));
  return {
    date: at.toISOString().slice(0, 19).replace('T', ' '),
    callerid: `"CALLER ${number}" <416${String(number).padStart(7, '0')}>`,
    destination: `514${String((number * 7) % 10_000_000).padStart(7, '0')}`,
    description: 'Inbound DID',
    disposition: dispositions[number % dispositions.length] ?? 'ANSWERED',
    seconds: String(number % 600),
    uniqueid: `${at.getTime() / 1000}x${number % 100}`,
    total: '0.01800000',
  };
}
