import type { ServerContext } from '@modelcontextprotocol/server';
import { defaultStatusFamilies } from '@voxolib/telephony/reports';
import type { Caller } from './caller.ts';
import type { CallContext } from './tool.ts';

interface RequestWithProgress {
  params: { _meta?: { progressToken?: string | number | undefined } | undefined };
}

/** What a request brings along for the work on it, but for the size of its answer. */
export function contextOf(
  caller: Caller,
  request: RequestWithProgress,
  { mcpReq }: ServerContext,
): Omit<CallContext, 'maxTokens'> {
  const progressToken = request.params._meta?.progressToken;
  return {
    signal: mcpReq.signal,
    now: clockOf(caller),
    scopes: caller.scopes,
    families: caller.families ?? defaultStatusFamilies,
    saveFile: caller.saveFile,
    progress(done, total) {
      if (progressToken === undefined) return;
      const params = { progressToken, progress: done, total, message: `${done} of ${total} parts` };
      // A client that has gone does not hear it; its call ends by the signal.
      mcpReq.notify({ method: 'notifications/progress', params }).catch(() => {});
    },
  };
}

/** The clock that a caller's periods are resolved by. */
export function clockOf(caller: Caller): () => Date {
  return caller.now ?? (() => new Date());
}
