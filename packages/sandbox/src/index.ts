export { FaultError } from './faults/fault.ts';
export type { SetFaultOptions } from './faults/fault-control.ts';
export type { ReceivedRequest } from './http/request-log.ts';
export { type Sandbox, type SandboxOptions, startSandbox } from './sandbox.ts';
export type { Account, AccountId, NumberCounts } from './voxolib/accounts.ts';
export type { Operation } from './voxolib/operations.ts';
export type { Call, LineKind, Product } from './voxolib/truth/call.ts';
export type { VoxolibSandbox } from './voxolib/voxolib.ts';
