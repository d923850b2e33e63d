import type { MethodCall, Methods } from '../method.ts';
import { given, required } from '../parameters.ts';
import { StatusError } from '../status-error.ts';

/** What a reseller asks of its clients. */
export const clientMethods: Methods = {
  getClients: ({ state, parameters }) => {
    const asked = given(parameters, 'client');
    const clients = [...state.tables.clients.values()].filter((row) => asked === undefined || row.client === asked);
    if (clients.length === 0) throw new StatusError('no_client');
    return { clients };
  },
  getResellerBalance: (call) => {
    requireClient(call);
    return {
      balance: {
        current_balance: '25.000000',
        spent_total: '12.10000',
        calls_total: '310',
        time_total: '22:10:00',
        spent_today: '0.0000',
        calls_today: '0',
        time_today: '00:00',
      },
    };
  },
  getClientThreshold: (call) => {
    requireClient(call);
    return { threshold_information: { threshold: '10', email: 'office@example.org' } };
  },
};

function requireClient({ state, parameters }: MethodCall): void {
  if (!state.tables.clients.has(required(parameters, 'client'))) throw new StatusError('invalid_client');
}
