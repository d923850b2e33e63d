import type { MethodCall, Methods } from '../method.ts';
import { given, required } from '../parameters.ts';
import type { AccountState } from '../state/account-state.ts';
import { StatusError } from '../status-error.ts';
import { requireFailover, requireRoute } from './routes.ts';

const PATTERN = /^(0|i|p|p:\d+|s|sb|sc|[\dXx]{0,14}\*|[\dXx]{3,14})$/;
const FAILOVERS = ['failover_unreachable', 'failover_busy', 'failover_noanswer'] as const;

export const callerIdFilterMethods: Methods = { getCallerIDFiltering, setCallerIDFiltering, delCallerIDFiltering };

function getCallerIDFiltering({ state, parameters }: MethodCall) {
  const id = given(parameters, 'filtering');
  const did = given(parameters, 'did');
  const filtering = [...state.tables.filters.values()].filter(
    (row) => (id === undefined || row.filtering === id) && (did === undefined || row.did === did),
  );
  if (filtering.length === 0) throw new StatusError('no_filter');
  return { filtering };
}

/** The id is `filter` here, and `filtering` everywhere else. Failovers that are not given become `none:`. */
function setCallerIDFiltering({ state, parameters }: MethodCall) {
  const id = given(parameters, 'filter');
  if (id !== undefined && !state.tables.filters.has(id)) throw new StatusError('invalid_filter');
  const callerid = required(parameters, 'callerid');
  const did = required(parameters, 'did');
  const routing = required(parameters, 'routing');
  if (!PATTERN.test(callerid)) throw new StatusError('invalid_callerid');
  if (did !== 'all' && !state.tables.dids.has(did)) throw new StatusError('invalid_did');
  if (isTaken(state, callerid, did, id)) throw new StatusError('used_filter');
  const [unreachable, busy, noanswer] = FAILOVERS.map((name) => requireFailover(given(parameters, name) ?? 'none:'));
  requireRoute(routing, { none: true });
  const filtering = id ?? state.nextId();
  state.tables.filters.set(filtering, {
    filtering,
    callerid,
    did,
    routing,
    failover_unreachable: unreachable ?? '',
    failover_busy: busy ?? '',
    failover_noanswer: noanswer ?? '',
    note: parameters.get('note') ?? '',
  });
  return { filtering };
}

function delCallerIDFiltering({ state, parameters }: MethodCall) {
  if (!state.tables.filters.delete(required(parameters, 'filtering', 'filter')))
    throw new StatusError('invalid_filter');
  return {};
}

function isTaken({ tables }: AccountState, callerid: string, did: string, except: string | undefined): boolean {
  return [...tables.filters.values()].some(
    (row) => row.callerid === callerid && row.did === did && row.filtering !== except,
  );
}
