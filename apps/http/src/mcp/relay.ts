import { createConnectionLimit } from '@voxolib/access';
import type { Caller, CallObserver, Choice, ToolServer } from '@voxolib/mcp-tools';
import { type Credentials, textOf, type Vendor, vendorsIn } from '../accounts/credentials.ts';
import type { ServerLog } from '../operations/log.ts';
import type { Admit } from './admission.ts';
import { chosenTools } from './chosen.ts';
import { relayedCredentials } from './credential.ts';
import { type DaktelaRules, OWN_DOMAIN } from './credential-headers.ts';
import { type RequestRefused, unauthorized } from './refusal.ts';
import type { Judgement, Verdicts } from './verdicts.ts';

export interface RelayOptions {
  toolServer: ToolServer;
  verdicts: Verdicts;
  /** The caller whose own credentials these are, as `textOf` writes them. Must be cheap: it is made for each request. */
  callerOf(credentials: string, judgement: Judgement): Caller | Promise<Caller>;
  /** What the deployment shows of its tools; all of them where this is absent. */
  choice?: Choice;
  /** Which addresses of Daktela instances a request may name; those of Daktela itself where this is absent. */
  daktelaRules?: DaktelaRules;
  log: ServerLog;
}

/** Nobody has agreed on anything with those who bring a token of their own; each process counts for itself. */
const RELAYED = { name: 'relay', title: 'Relay', connections: 5 };

/** Admits whoever brings a vendor's credentials of their own, as long as no vendor refuses them. */
export function relay({ toolServer, verdicts, callerOf, choice, daktelaRules = OWN_DOMAIN, log }: RelayOptions): Admit {
  const streams = createConnectionLimit();
  return async (request) => {
    const credentials = relayedCredentials(request, daktelaRules);
    const text = textOf(credentials);
    const chosen = chosenTools(request, choice);
    const { exchange } = request;
    const judgement = await verdicts.of(text);
    exchange.fingerprint = judgement.fingerprint;
    if (judgement.verdict === 'refused') throw await refusal(verdicts, credentials, text);
    const caller = { ...(await callerOf(text, judgement)), choice: chosen };
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
      async refusedMeanwhile() {
        if (exchange.call?.code !== 'UNAUTHENTICATED') return undefined;
        verdicts.forget(text);
        return refusedBy(vendorsIn(text).find((vendor) => vendor === exchange.call?.provider) ?? 'voxolib');
      },
    };
  };
}

/** Where several vendors have been asked, it is asked again which of them has refused. */
async function refusal(verdicts: Verdicts, credentials: Credentials, text: string): Promise<RequestRefused> {
  const vendors = vendorsIn(text);
  for (const vendor of vendors.slice(1)) {
    const alone = textOf({ [vendor]: credentials[vendor] });
    if ((await verdicts.of(alone)).verdict === 'refused') return refusedBy(vendor);
  }
  return refusedBy(vendors[0] ?? 'voxolib');
}

const refusals: Record<Vendor, string> = {
  voxolib:
    'Voxolib does not accept this access token. Make a new one from the keys of the account, and give it to this connection.',
  voipms:
    'VoIP.ms does not accept this username and password. Use the portal login e-mail and the API password, which is set on the API page of the portal.',
  daktela:
    'Daktela does not accept this username and password, or this access token. Check them at the instance that X-Daktela-Url names, and give them to this connection.',
};

function refusedBy(vendor: Vendor): RequestRefused {
  return unauthorized(refusals[vendor], 'invalid_token');
}
