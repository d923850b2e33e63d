import type { MethodCall, Methods } from '../method.ts';
import { given, required } from '../parameters.ts';
import { StatusError } from '../status-error.ts';

const servers = [
  server('Montreal 3, QC', 'Montreal3', '198.51.100.23', 'Canada', '77', 'Yes'),
  server('Toronto 4, ON', 'Toronto4', '198.51.100.24', 'Canada', '78', 'no'),
  server('New York 2, NY', 'NewYork2', '198.51.100.31', 'USA', '12', '1'),
  server('London 1', 'London1', '198.51.100.41', 'United Kingdom', '45', '0'),
];

export const serverMethods: Methods = { getServersInfo, getRegistrationStatus };

function getServersInfo({ parameters }: MethodCall) {
  const pop = given(parameters, 'server_pop');
  const found = servers.filter(({ server_pop }) => pop === undefined || server_pop === pop);
  if (found.length === 0) throw new StatusError('invalid_serverpop');
  return { servers: found };
}

/** Every sub-account is registered but the softphone, and so is no main account. */
function getRegistrationStatus({ account, state, parameters }: MethodCall) {
  const name = given(parameters, 'account');
  const row = [...state.tables.subAccounts.values()].find((candidate) => candidate.account === name);
  if (name === undefined || (row === undefined && name !== account.number)) throw new StatusError('invalid_account');
  if (row === undefined || row.device_type === '2') return { registered: 'no', rerouted: '0', registrations: [] };
  const { server_recommended, ...at } = servers[0] ?? server('', '', '', '', '', '');
  return {
    registered: 'yes',
    rerouted: '0',
    from_server_pop: at.server_pop,
    registrations: [
      {
        ...at,
        register_ip: '203.0.113.9',
        register_port: '5060',
        register_next: '2026-11-20 10:41:30',
        register_protocol: 'SIP',
        register_transport: 'UDP',
      },
    ],
  };
}

/** @throws `missing_serverpop` or `invalid_serverpop` */
export function requirePop(parameters: MethodCall['parameters']): string {
  const pop = required(parameters, 'pop');
  if (!servers.some(({ server_pop }) => server_pop === pop)) throw new StatusError('invalid_serverpop');
  return pop;
}

function server(name: string, short: string, ip: string, country: string, pop: string, recommended: string) {
  return {
    server_name: name,
    server_shortname: short,
    server_hostname: `${short.toLowerCase()}.voip.ms`,
    server_ip: ip,
    server_country: country,
    server_pop: pop,
    server_recommended: recommended,
  };
}
