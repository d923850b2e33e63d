import type { ServerContext } from '@modelcontextprotocol/server';
import { defaultStatusFamilies } from '@voxolib/telephony/reports';
import type { Caller } from './caller.ts';
import type { CallContext } from './tool.ts';

interface RequestWithProgress {
  params: { _meta?: { progressToken?: string | number | undefined } | undefined };
}

/** What every call brings along for the work on it, but for the size of its answer. */
export function contextOf(
  caller: Caller,
  signal: AbortSignal,
  progress: CallContext['progress'] = () => {},
): Omit<CallContext, 'maxTokens'> {
  return {
    signal,
    now: clockOf(caller),
    scopes: caller.scopes,
    families: caller.families ?? defaultStatusFamilies,
    saveFile: caller.saveFile,
    progress,
  };
}

/** Tells the client of a request how far the work has come, if it wants to know. */
export function progressOf(request: RequestWithProgress, { mcpReq }: ServerContext): CallContext['progress'] {
  const progressToken = request.params._meta?.progressToken;
  return (done, total) => {
    if (progressToken === undefined) return;
    const params = { progressToken, progress: done, total, message: `${done} of ${total} parts` };
    // A client that has gone does not hear it; its call ends by the signal.
    mcpReq.notify({ method: 'notifications/progress', params }).catch(() => {});
  };
}

/** The clock that a caller's periods are resolved by. */
export function clockOf(caller: Caller): () => Date {
  return caller.now ?? (() => new Date());
}
