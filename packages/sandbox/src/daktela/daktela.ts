import type { FastifyInstance } from 'fastify';
import { createFaultControl, type SetFaultOptions } from '../faults/fault-control.ts';
import { installFaults } from '../faults/install-faults.ts';
import { createRequestLog, type ReceivedRequest } from '../http/request-log.ts';
import { createDaktelaAccounts, type DaktelaAccount, type DaktelaAccountId, type DaktelaAccounts } from './accounts.ts';
import { addEndpoint } from './endpoint.ts';
import type { Envelope } from './envelope.ts';
import { daktelaFaults } from './faults/daktela-faults.ts';
import { type DaktelaInstanceId, type Instance, instances } from './instances.ts';
import { type DaktelaLandmarks, landmarksOf } from './landmarks.ts';
import { loggedParameters, operationOf } from './request.ts';
import { createSessions } from './sessions.ts';
import { createTruth, type DaktelaActivity, type DaktelaCall, type DaktelaTicket } from './truth.ts';
import { createWorld, type World } from './world/world.ts';

/** Where the API is found below the address of the sandbox: an instance has no path of its own. */
const PREFIX = '/api/v6';

/** The simulated Daktela, from the side of a test. */
export interface DaktelaSandbox {
  accounts: DaktelaAccounts;
  /**
   * Sets the fault of the next requests, or clears it with undefined; an operation is an endpoint, such as `tickets`,
   * or an endpoint with a relation, such as `activities/attachments`.
   * @throws FaultError that lists what there is, when there is no such fault.
   */
  setFault(fault: string | undefined, options?: SetFaultOptions<string>): void;
  /** Ends all sessions, now or once so many more requests with a session's token have been let in. */
  endSessions(afterRequests?: number): void;
  /** How often somebody tried to log in with a password. */
  readonly logins: number;
  /** What was received, the oldest first; at most the latest ten thousand. Their `query` is without secrets. */
  readonly requests: readonly ReceivedRequest<string>[];
  clearRequests(): void;
  /** Everything that begins in [from, to) epoch ms and is over, of the last year, the oldest first. */
  activities(account: DaktelaAccountId, from: number, to: number): Iterable<DaktelaActivity>;
  /** The calls among them: what a report must add up to. */
  calls(account: DaktelaAccountId, from: number, to: number): Iterable<DaktelaCall>;
  /** What is long, shared or malicious in an instance; undefined for one that has nothing. */
  landmarks(account: DaktelaAccountId): DaktelaLandmarks | undefined;
  /** The tickets that were made in [from, to) epoch ms, of the last year. */
  tickets(account: DaktelaAccountId, from: number, to: number): Iterable<DaktelaTicket>;
}

export interface DaktelaSandboxOptions {
  seed: string;
  now: () => Date;
  fault: string | undefined;
}

/** Adds the Daktela API to a server. */
export async function addDaktela(server: FastifyInstance, options: DaktelaSandboxOptions): Promise<DaktelaSandbox> {
  const { seed, now, fault } = options;
  const accounts = createDaktelaAccounts();
  const sessions = createSessions(accounts, now);
  const worlds = new Map<DaktelaInstanceId, World>();
  const worldOf = (instance: Instance): World => {
    const own = Object.values(accounts).filter((account) => account.instance === instance.id);
    const world = worlds.get(instance.id) ?? createWorld(seed, instance, own, now().getTime());
    worlds.set(instance.id, world);
    return world;
  };
  const truth = createTruth(({ instance }: DaktelaAccount) => worldOf(instances[instance]), now);
  const control = createFaultControl<Envelope, string>(daktelaFaults, fault);
  const log = createRequestLog(operationOf, {
    parametersOf: (request) => loggedParameters(request, sessions.isSecret),
  });

  await server.register(
    async (app) => {
      log.install(app, (request) => faultOf(request)?.cuts === true);
      const faultOf = installFaults(app, control, operationOf, 'preHandler');
      addEndpoint(app, {
        sessions,
        now,
        worldOf,
        edit: (request, body) => faultOf(request)?.edit?.(body, undefined) ?? body,
      });
    },
    { prefix: PREFIX },
  );

  return {
    accounts,
    setFault: control.set,
    endSessions: (afterRequests = 0) => sessions.end(afterRequests),
    get logins() {
      return sessions.logins;
    },
    requests: log.entries,
    clearRequests: log.clear,
    activities: (account, from, to) => truth.activities(accounts[account], from, to),
    calls: (account, from, to) => truth.calls(accounts[account], from, to),
    landmarks: (account) => landmarksOf(worldOf(instances[accounts[account].instance]), now().getTime()),
    tickets: (account, from, to) => truth.tickets(accounts[account], from, to),
  };
}
