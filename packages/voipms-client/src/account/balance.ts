import { type Balance, TelephonyError } from '@voxolib/telephony';
import type { WireRow } from '../rows.ts';
import { readNumber, readSeconds } from '../scalars.ts';
import type { Session } from '../session.ts';
import { usd } from './money.ts';

export function balance(session: Session): Balance {
  return {
    async read(options = {}) {
      const { data, receivedAt } = await session.call('getBalance', { advanced: true }, options);
      const row = (typeof data.balance === 'object' && data.balance !== null ? data.balance : data) as WireRow;
      const current = usd(row.current_balance);
      if (current === null) {
        throw new TelephonyError('BAD_RESPONSE', "VoIP.ms's reply to getBalance has no current balance.", {
          provider: 'voipms',
          detail: { method: 'getBalance' },
        });
      }
      const [spentTotal, spentToday] = [usd(row.spent_total), usd(row.spent_today)];
      const counts = {
        calls_total: wholeNumber(row.calls_total),
        calls_today: wholeNumber(row.calls_today),
        talk_s_total: readSeconds(row.time_total),
        talk_s_today: readSeconds(row.time_today),
      };
      return {
        balance: current,
        ...(spentTotal !== null && { spent_total: spentTotal }),
        ...(spentToday !== null && { spent_today: spentToday }),
        ...Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== null)),
        as_of: receivedAt.toISOString(),
      };
    },
  };
}

function wholeNumber(value: unknown): number | null {
  const number = readNumber(value);
  return number === null || !Number.isSafeInteger(number) || number < 0 ? null : number;
}
