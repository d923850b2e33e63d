import { dollars } from '../calls/cost.ts';
import { minutesText } from '../duration.ts';
import { DAY_MS, easternWall } from '../eastern-time.ts';
import type { MethodCall, Methods } from '../method.ts';
import { isOn } from '../parameters.ts';

const BALANCE_UNITS = 10_000;

export const accountMethods: Methods = {
  getIP: ({ address }) => ({ ip: address }),
  getBalance,
};

function getBalance(request: MethodCall) {
  const current_balance = (request.state.balance / BALANCE_UNITS).toFixed(6);
  if (!isOn(request.parameters, 'advanced')) return { balance: { current_balance } };
  const today = spentToday(request);
  return {
    balance: {
      current_balance,
      spent_total: '310.55210',
      calls_total: '1904',
      time_total: '812:07:44',
      spent_today: today.spent,
      calls_today: String(today.calls),
      time_today: minutesText(today.seconds),
    },
  };
}

function spentToday({ calls, now }: MethodCall) {
  const wall = easternWall(now.getTime());
  const midnight = wall - (wall % DAY_MS);
  const today = { calls: 0, seconds: 0, units: 0 };
  for (const call of calls(now.getTime() - 2 * DAY_MS, now.getTime())) {
    if (easternWall(call.at) < midnight) continue;
    today.calls++;
    today.seconds += call.seconds;
    today.units += Math.round(Number(call.total) * 1e8);
  }
  return { calls: today.calls, seconds: today.seconds, spent: dollars(today.units) };
}
