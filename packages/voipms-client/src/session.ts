import type { OperationOptions } from '@voxolib/telephony';
import { type Call, type CallOptions, type CallResult, createCall, createReadRows, type ReadRows } from './call.ts';
import type { Settings } from './options.ts';
import type { MethodParams } from './params.ts';
import { rowsOf, type WireRow } from './rows.ts';

interface ListedRows {
  rows: WireRow[];
  receivedAt: Date;
}

/** What the groups of operations are made of. */
export interface Session {
  call: Call;
  rows(method: string, params?: MethodParams, options?: CallOptions): Promise<ListedRows>;
  readRows: ReadRows;
  /** Runs `task` while no other change of this credential is under way in this process. */
  alone<T>(options: OperationOptions, task: () => Promise<T>): Promise<T>;
  now: () => Date;
}

export function createSession(settings: Settings): Session {
  const call = createCall(settings);
  return {
    call,
    async rows(method, params, options) {
      return toRows(await call(method, params, options));
    },
    readRows: createReadRows(settings),
    alone: ({ signal }, task) => settings.shared.pace.alone(signal, task),
    now: settings.now,
  };
}

function toRows({ method, data, empty, receivedAt }: CallResult): ListedRows {
  return { rows: empty ? [] : rowsOf(method, data), receivedAt };
}
