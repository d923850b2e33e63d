import { createConnectionLimit } from '@voxolib/access';
import type { Caller, CallObserver, Choice, ToolServer } from '@voxolib/mcp-tools';
import { type Credentials, textOf } from '../accounts/credentials.ts';
import type { ServerLog } from '../operations/log.ts';
import type { Admit } from './admission.ts';
import { chosenTools } from './chosen.ts';
import { relayedCredentials } from './credential.ts';
import { type RequestRefused, unauthorized } from './refusal.ts';
import type { Judgement, Verdicts } from './verdicts.ts';

export interface RelayOptions {
  toolServer: ToolServer;
  verdicts: Verdicts;
  /** The caller whose own credentials these are, as `textOf` writes them. Must be cheap: it is made for each request. */
  callerOf(credentials: string, judgement: Judgement): Caller;
  /** What the deployment shows of its tools; all of them where this is absent. */
  choice?: Choice;
  log: ServerLog;
}

/** Nobody has agreed on anything with those who bring a token of their own; each process counts for itself. */
const RELAYED = { name: 'relay', title: 'Relay', connections: 5 };

/** Admits whoever brings a vendor's credentials of their own, as long as no vendor refuses them. */
export function relay({ toolServer, verdicts, callerOf, choice, log }: RelayOptions): Admit {
  const streams = createConnectionLimit();
  return async (request) => {
    const credentials = relayedCredentials(request);
    const text = textOf(credentials);
    const chosen = chosenTools(request, choice);
    const { exchange } = request;
    const judgement = await verdicts.of(text);
    exchange.fingerprint = judgement.fingerprint;
    if (judgement.verdict === 'refused') throw await refusal(verdicts, credentials);
    const caller = { ...callerOf(text, judgement), choice: chosen };
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
      openStream: () => streams.open(judgement.fingerprint, RELAYED),
      refusedMeanwhile() {
        if (exchange.call?.code !== 'UNAUTHENTICATED') return undefined;
        verdicts.forget(text);
        return refusedBy(exchange.call.provider === 'voipms' ? 'voipms' : 'voxolib');
      },
    };
  };
}

/** Where two vendors have been asked, it is asked again which of them has refused. */
async function refusal(verdicts: Verdicts, { voxolib, voipms }: Credentials): Promise<RequestRefused> {
  if (voipms === undefined) return refusedBy('voxolib');
  const byVoipms = voxolib === undefined || (await verdicts.of(textOf({ voipms }))).verdict === 'refused';
  return refusedBy(byVoipms ? 'voipms' : 'voxolib');
}

const refusals = {
  voxolib:
    'Voxolib does not accept this access token. Make a new one from the keys of the account, and give it to this connection.',
  voipms:
    'VoIP.ms does not accept this username and password. Use the portal login e-mail and the API password, which is set on the API page of the portal.',
} as const;

function refusedBy(vendor: keyof typeof refusals): RequestRefused {
  return unauthorized(refusals[vendor], 'invalid_token');
}
