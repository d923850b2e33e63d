import type { Audit, CallEnd, CallStart } from '@voxolib/access';
import type { CallRecord } from '@voxolib/mcp-tools';

/** The record of a call that was admitted, until its end is in it. */
export interface OpenCall {
  started(): void;
  asksVendor(): void;
  finished(record: CallRecord): void;
  /** The reply is over. A call that has begun ends by `finished` all the same, since it may have changed something. */
  over(gone: boolean): void;
}

/** Rejects with `UNAVAILABLE` when the call may not run without a record that cannot be written. */
export async function openCall(audit: Audit, start: CallStart): Promise<OpenCall> {
  const id = await audit.open(start);
  let [begun, vendorCalls] = [false, 0];
  return {
    started() {
      begun = true;
    },
    asksVendor() {
      vendorCalls++;
    },
    finished: (record) => void audit.close(id, endOf(record, vendorCalls)),
    over(gone) {
      if (!begun) void audit.close(id, gone ? { status: 'cancelled' } : { status: 'error', errorCode: 'NOT_RUN' });
    },
  };
}

function endOf({ outcome, code, answer }: CallRecord, vendorCalls: number): CallEnd {
  const status = code === 'CANCELLED' ? 'cancelled' : outcome;
  return { status, errorCode: status === 'error' ? code : undefined, vendorCalls, ...answer };
}
