import type { FastifyInstance } from 'fastify';
import { createFaultControl, type SetFaultOptions } from '../faults/fault-control.ts';
import { installFaults } from '../faults/install-faults.ts';
import { createRequestLog, type ReceivedRequest } from '../http/request-log.ts';
import { type AccountId, type Accounts, createAccounts } from './accounts.ts';
import { voxolibFaults } from './faults/voxolib-faults.ts';
import { type Operation, operationOf } from './operations.ts';
import { addRoutes } from './routes.ts';
import type { Call, Product } from './truth/call.ts';
import { historyAt, within } from './truth/history.ts';
import { createTruth } from './truth/truth.ts';
import type { VoxolibReply } from './wire.ts';

/** Where the API is found below the address of the sandbox. */
export const VOXOLIB_PREFIX = '/v2';

/** The simulated Voxolib API, from the side of a test. */
export interface VoxolibSandbox {
  accounts: Accounts;
  /**
   * Sets the fault of the next requests, or clears it with undefined. Faults of one operation and of all are kept apart.
   * @throws FaultError that lists what there is, when there is no such fault.
   */
  setFault(fault: string | undefined, options?: SetFaultOptions<Operation>): void;
  /** What was received, the oldest first; at most the latest ten thousand. */
  readonly requests: readonly ReceivedRequest<Operation>[];
  clearRequests(): void;
  /** Every call that starts in [from, to) epoch ms, of the last three years: what reports are counted from. */
  calls(account: AccountId, product: Product, from: number, to: number): Iterable<Call>;
}

export interface VoxolibSandboxOptions {
  seed: string;
  now: () => Date;
  fault: string | undefined;
}

/** Adds the Voxolib API to a server. */
export async function addVoxolib(server: FastifyInstance, options: VoxolibSandboxOptions): Promise<VoxolibSandbox> {
  const { seed, now, fault } = options;
  const accounts = await createAccounts();
  const truth = createTruth(seed);
  const control = createFaultControl<VoxolibReply, Operation>(voxolibFaults, fault);

  const log = createRequestLog(operationOf);

  await server.register(
    async (app) => {
      log.install(app, (request) => faultOf(request)?.cuts === true);
      const faultOf = installFaults(app, control, operationOf);
      addRoutes(app, {
        accounts,
        truth,
        now,
        edit: (request, body, startDate) => faultOf(request)?.edit?.(body, startDate) ?? body,
      });
    },
    { prefix: VOXOLIB_PREFIX },
  );

  return {
    accounts,
    setFault: control.set,
    requests: log.entries,
    clearRequests: log.clear,
    calls(account, product, from, to) {
      const span = within({ from, to }, historyAt(now()));
      return truth.log(account, product).calls(span.from, span.to);
    },
  };
}
