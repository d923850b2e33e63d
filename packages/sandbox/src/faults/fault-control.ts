import type { Fault, FaultKind } from './fault.ts';
import { parseFault } from './parse-fault.ts';

export interface SetFaultOptions<Operation extends string> {
  /** How many requests have it. Without it, all until another one is set. */
  times?: number;
  /** The operation that has it. Without it, all. */
  operation?: Operation;
}

/** Which fault the next request has. */
export interface FaultControl<Body, Operation extends string> {
  set(text: string | undefined, options?: SetFaultOptions<Operation>): void;
  /** The fault of a request: of its header, of its operation, of all operations, of the start, in this order. */
  take(operation: Operation | undefined, header: string | undefined): Fault<Body> | undefined;
}

interface Pending<Body> {
  fault: Fault<Body>;
  left: number;
}

/** @throws FaultError when `always`, the fault of the start, does not exist. */
export function createFaultControl<Body, Operation extends string>(
  kinds: readonly FaultKind<Body>[],
  always: string | undefined,
): FaultControl<Body, Operation> {
  const standing = always === undefined ? undefined : parseFault(always, kinds);
  const pending = new Map<Operation | 'all', Pending<Body>>();

  const takePending = (key: Operation | 'all'): Fault<Body> | undefined => {
    const found = pending.get(key);
    if (found === undefined) return undefined;
    found.left -= 1;
    if (found.left <= 0) pending.delete(key);
    return found.fault;
  };

  return {
    set(text, { times = Number.POSITIVE_INFINITY, operation } = {}) {
      if (text === undefined) {
        if (operation === undefined) pending.clear();
        else pending.delete(operation);
      } else if (times > 0) {
        pending.set(operation ?? 'all', { fault: parseFault(text, kinds), left: times });
      }
    },
    take(operation, header) {
      if (header !== undefined) return parseFault(header, kinds);
      return (operation && takePending(operation)) ?? takePending('all') ?? standing;
    },
  };
}
