import type { Caller, CallObserver, ToolServer } from '@voxolib/mcp-tools';
import type { ServerLog } from '../operations/log.ts';
import type { Admit } from './admission.ts';
import { accessTokenOf } from './credential.ts';
import { type RequestRefused, unauthorized } from './refusal.ts';
import type { Judgement, Verdicts } from './verdicts.ts';

export interface RelayOptions {
  toolServer: ToolServer;
  verdicts: Verdicts;
  /** The caller whose own token this is. Must be cheap: it is made for each request. */
  callerOf(token: string, judgement: Judgement): Caller;
  log: ServerLog;
}

/** Admits whoever brings a Voxolib token of their own, as long as Voxolib does not refuse it. */
export function relay({ toolServer, verdicts, callerOf, log }: RelayOptions): Admit {
  return async (request) => {
    const token = accessTokenOf(request);
    const { exchange } = request;
    const judgement = await verdicts.of(token);
    exchange.fingerprint = judgement.fingerprint;
    if (judgement.verdict === 'refused') throw refusedByVoxolib();
    const caller = callerOf(token, judgement);
    const observer: CallObserver = {
      onCall(record) {
        exchange.call = record;
        log.call(record);
      },
      onInternalError: (error, tool) => log.internalError(error, { tool }),
    };
    return {
      serve: () => toolServer.serve(caller, observer),
      answer: (plain, signal) => toolServer.answer(plain, caller, observer, signal),
      refusedMeanwhile() {
        if (exchange.call?.code !== 'UNAUTHENTICATED') return undefined;
        verdicts.forget(token);
        return refusedByVoxolib();
      },
    };
  };
}

function refusedByVoxolib(): RequestRefused {
  return unauthorized(
    'Voxolib does not accept this access token. Make a new one from the keys of the account, and give it to this connection.',
    'invalid_token',
  );
}
