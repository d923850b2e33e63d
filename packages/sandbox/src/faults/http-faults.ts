import { connectionFaults } from './connection.ts';
import type { FaultKind } from './fault.ts';
import { redirectFault } from './redirect.ts';
import { bodyFaults } from './reply-body.ts';
import { statusFault } from './status.ts';

/** The faults that any vendor's API can have. `errorBody` is what this vendor says with a status. */
export function httpFaults(errorBody: (status: number) => unknown): readonly FaultKind<never>[] {
  return [statusFault(errorBody), ...connectionFaults, ...bodyFaults, redirectFault];
}
