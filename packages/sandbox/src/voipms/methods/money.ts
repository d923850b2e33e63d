import { DAY_MS, wallText } from '../eastern-time.ts';
import type { MethodCall, Methods } from '../method.ts';
import { required } from '../parameters.ts';
import { StatusError } from '../status-error.ts';
import { readDateRange } from './date-range.ts';

const MONTHLY_FEE = '-0.85';
const ROUTES = new Map([
  ['1', 'Value'],
  ['2', 'Premium'],
]);
const RATES = [
  { destination: 'Canada - 514 Montreal', prefix: '1514', increment: '6', rate: '0.0052' },
  { destination: 'Canada - 416 Toronto', prefix: '1416', increment: '6', rate: '0.0052' },
  { destination: 'France - Paris', prefix: '331', increment: '6', rate: '0.0090' },
  { destination: 'United Kingdom - London', prefix: '4420', increment: '6', rate: '0.0070' },
];

export const moneyMethods: Methods = {
  getTransactionHistory,
  getTerminationRates: ({ parameters }) => {
    const query = required(parameters, 'query').toLowerCase();
    const route = required(parameters, 'route');
    if (!ROUTES.has(route)) throw new StatusError('invalid_route');
    const rates = RATES.filter((row) => row.prefix.startsWith(query) || row.destination.toLowerCase().includes(query));
    if (rates.length === 0) throw new StatusError('no_rate');
    return { route: [{ value: route, description: ROUTES.get(route) }], rates };
  },
};

/** The fee of each number on the first of each month, and what the calls of a month cost, dated with the whole month. */
function getTransactionHistory({ state, parameters }: MethodCall) {
  const { first, last } = readDateRange(parameters);
  const transactions = [];
  for (let day = first; day <= last; day += DAY_MS) {
    const date = wallText(day).slice(0, 10);
    if (!date.endsWith('-01')) continue;
    for (const did of state.tables.dids.keys()) {
      transactions.push({
        date: wallText(day + 251_000),
        uniqueid: `${day / 1_000}x${did.slice(-4)}`,
        type: `DID${did}`,
        description: `Monthly fee ${did}`,
        ammount: MONTHLY_FEE,
      });
    }
    const end = wallText(day + 27 * DAY_MS).slice(0, 10);
    transactions.push({
      date: `${date} to ${end}`,
      uniqueid: `${day / 1_000}`,
      type: 'CALLS',
      description: 'Calls',
      ammount: '-4.1270',
    });
  }
  if (transactions.length === 0) throw new StatusError('no_transactions');
  return { transactions };
}
