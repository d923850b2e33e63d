import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createFaultControl, type SetFaultOptions } from '../faults/fault-control.ts';
import { installFaults } from '../faults/install-faults.ts';
import { createRequestLog, type ReceivedRequest } from '../http/request-log.ts';
import { createVoipmsAccounts, type VoipmsAccountId, type VoipmsAccounts } from './accounts.ts';
import { authorize, createMinuteLimit } from './authorize.ts';
import type { VoipmsCall } from './calls/call.ts';
import { callsBetween } from './calls/call-history.ts';
import { type CallStream, createCallStream } from './calls/call-stream.ts';
import { callProfiles } from './calls/profile.ts';
import { DAY_MS } from './eastern-time.ts';
import { addEndpoint, type VoipmsReply } from './endpoint.ts';
import { voipmsFaults } from './faults/voipms-faults.ts';
import { methods } from './methods/index.ts';
import { loggedParameters, type Parameters, parametersOf } from './parameters.ts';
import { type AccountState, createAccountState } from './state/account-state.ts';
import { StatusError } from './status-error.ts';

/** Where the API is found below the address of the sandbox. */
const PREFIX = '/voipms/api/v1';
export const VOIPMS_PATH = `${PREFIX}/rest.php`;

const MESSAGES_KEPT_MS = 30 * DAY_MS;

/** The simulated VoIP.ms API, from the side of a test. */
export interface VoipmsSandbox {
  accounts: VoipmsAccounts;
  /**
   * Sets the fault of the next requests, or clears it with undefined; an operation is the name of a method.
   * @throws FaultError that lists what there is, when there is no such fault.
   */
  setFault(fault: string | undefined, options?: SetFaultOptions<string>): void;
  /** What was received, the oldest first; at most the latest ten thousand. Their `query` is without secrets. */
  readonly requests: readonly ReceivedRequest<string>[];
  clearRequests(): void;
  /** Every call that starts in [from, to) epoch ms, of the last two years, each once: what a report must add up to. */
  calls(account: VoipmsAccountId, from: number, to: number): Iterable<VoipmsCall>;
}

export interface VoipmsSandboxOptions {
  seed: string;
  now: () => Date;
  fault: string | undefined;
}

/** Adds the VoIP.ms API to a server. */
export async function addVoipms(server: FastifyInstance, options: VoipmsSandboxOptions): Promise<VoipmsSandbox> {
  const { seed, now, fault } = options;
  const accounts = createVoipmsAccounts();
  const profiles = callProfiles(accounts);
  const streamOf = onDemand((id: VoipmsAccountId): CallStream => createCallStream(seed, profiles[id]));
  const calls = (id: VoipmsAccountId, from: number, to: number) => callsBetween(streamOf(id), from, to, now());
  const stateOf = onDemand((id: VoipmsAccountId): AccountState => {
    const until = now().getTime();
    return createAccountState(id, () => calls(id, until - MESSAGES_KEPT_MS, until));
  });
  const limit = createMinuteLimit(now);

  const answer = (parameters: Parameters, request: FastifyRequest): VoipmsReply => {
    const address = request.ip.replace(/^::ffff:/, '');
    const account = authorize(accounts, parameters, address);
    limit(account);
    const name = parameters.get('method');
    if (!name) throw new StatusError('missing_method');
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (method === undefined) throw new StatusError('invalid_method');
    const reply = method({
      account,
      state: stateOf(account.id),
      parameters,
      calls: (from, to) => calls(account.id, from, to),
      now: now(),
      address,
    });
    return reply && { status: 'success', ...reply };
  };

  const control = createFaultControl<object, string>(voipmsFaults, fault);
  const passwords = Object.values(accounts).flatMap(({ apiPassword, portalPassword }) => [apiPassword, portalPassword]);
  const log = createRequestLog(operationOf, { parametersOf: (request) => loggedParameters(request, passwords) });
  await server.register(
    async (app) => {
      log.install(app, (request) => faultOf(request)?.cuts === true);
      const faultOf = installFaults(app, control, operationOf, 'preHandler');
      addEndpoint(app, { answer, edit: (request, reply) => faultOf(request)?.edit?.(reply, undefined) ?? reply });
    },
    { prefix: PREFIX },
  );

  return { accounts, setFault: control.set, requests: log.entries, clearRequests: log.clear, calls };
}

function operationOf(request: FastifyRequest): string | undefined {
  return parametersOf(request).get('method');
}

/** Makes what belongs to an account when it is first asked for, once. */
function onDemand<Id, Thing>(make: (id: Id) => Thing): (id: Id) => Thing {
  const made = new Map<Id, Thing>();
  return (id) => {
    const thing = made.get(id) ?? make(id);
    made.set(id, thing);
    return thing;
  };
}
