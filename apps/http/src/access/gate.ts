import { type Audit, type AuthorizationServer, credentialKinds, type Limits, type StaticTokens } from '@voxolib/access';
import type { Caller, CallObserver, Choice, ToolServer } from '@voxolib/mcp-tools';
import { isTelephonyError } from '@voxolib/telephony';
import { isAccessToken } from '@voxolib/token';
import type { FastifyRequest } from 'fastify';
import { secretsIn } from '../accounts/credentials.ts';
import type { Admission, Admit } from '../mcp/admission.ts';
import { chosenTools } from '../mcp/chosen.ts';
import { presentedCredential } from '../mcp/credential.ts';
import { accountsInHeaders, type DaktelaRules, OWN_DOMAIN } from '../mcp/credential-headers.ts';
import { tokenInQuery } from '../mcp/query-token.ts';
import { limited, REFUSED, RequestRefused } from '../mcp/refusal.ts';
import type { Judgement, Verdicts } from '../mcp/verdicts.ts';
import type { ServerLog } from '../operations/log.ts';
import { type AskedWork, askedWork } from './asked-work.ts';
import { gatewayScopes } from './gateway-scopes.ts';
import { createHoldBack, type HoldBack } from './hold-back.ts';
import { type OpenCall, openCall } from './open-call.ts';
import { SIGN_IN_TIER } from './sign-in-tier.ts';

export interface GateOptions {
  /** Serves those who bring a token of the vendor's own. */
  relayed: Admit;
  authorization: AuthorizationServer;
  staticTokens: StaticTokens;
  limits: Limits;
  audit: Audit;
  toolServer: ToolServer;
  verdicts: Verdicts;
  /** `onVendorCall` is told of each request that goes to the vendor. */
  callerOf(token: string, judgement: Judgement, onVendorCall: () => void): Caller | Promise<Caller>;
  /** Takes static tokens in `?token=` too, to read. */
  tokenInQuery?: boolean;
  /** What the deployment shows of its tools; all of them where this is absent. */
  choice?: Choice;
  /** Which addresses of Daktela instances a request may name; those of Daktela itself where this is absent. */
  daktelaRules?: DaktelaRules;
  /** Whether what somebody signed in with has ended for good. Where this is absent, nothing does. */
  hasEnded?(credential: string): Promise<boolean>;
  log: ServerLog;
}

/** Who has come in by a token of this gateway, and what it lets them do. */
interface Holder {
  subject: string;
  scopes: readonly string[];
  tier: string;
  tokenId: string;
  clientId?: string;
  clientName?: string;
  credential: string;
  /** May change nothing, whatever its scopes say. */
  readOnly?: boolean;
  /** Names the grant of a signed-in client. */
  grantId?: string;
}

const kindOf = credentialKinds([{ kind: 'relay', pattern: /^.+\.[0-9a-fA-F]{64}$/ }]);

const NOT_IN_QUERY =
  'In an address only a static token of this gateway is taken. Replace this one, because addresses are kept in logs and histories.';
const RELAYED_ALONE =
  'The headers of a VoIP.ms or Daktela account come alone or with a Voxolib token. A token of this gateway has its own connections.';
const CHANGES_NOT_IN_QUERY =
  'A token in an address may only read. To change something, send the token in the Authorization header.';
const onlyReads = (scope: string) => !gatewayScopes.allowsChange([scope]);

/** Lets in whoever brings a credential of a known kind, told by its form. What has an unknown form is sent nowhere. */
export function gate(given: GateOptions): Admit {
  const { relayed, authorization, staticTokens, toolServer, daktelaRules = OWN_DOMAIN } = given;
  const options = { ...given, workIn: askedWork(toolServer), holdBack: createHoldBack() };
  return async (request) => {
    const inQuery = options.tokenInQuery ? tokenInQuery(request) : undefined;
    const credential = inQuery ?? presentedCredential(request);
    if (credential === undefined) {
      if (accountsInHeaders(request, daktelaRules) !== undefined) return relayed(request);
      throw stranger(authorization.unauthorized(), 'Sign in, or send an access token.');
    }
    const kind = kindOf(credential);
    if (kind !== 'relay' && accountsInHeaders(request, daktelaRules) !== undefined) {
      throw new RequestRefused(400, REFUSED, RELAYED_ALONE);
    }
    if (inQuery !== undefined && kind !== 'static-token') {
      throw stranger(authorization.unauthorized('invalid_token'), NOT_IN_QUERY);
    }
    switch (kind) {
      case 'relay':
        if (isAccessToken(credential)) return relayed(request);
        break;
      case 'oauth': {
        const holder = await authorization.verifyAccessToken(credential);
        if (holder !== undefined) return admit(options, request, { ...holder, tier: SIGN_IN_TIER });
        break;
      }
      case 'static-token': {
        const verified = await staticTokens.verify(credential, request.ip);
        if (!verified.valid) throw stranger(authorization.unauthorized('invalid_token'), verified.reason);
        const { account: subject, id: tokenId, scopes, tier } = verified.token;
        const own = verified.credential();
        if (own === undefined) break;
        const readOnly = inQuery !== undefined;
        return admit(options, request, { subject, tokenId, scopes, tier, credential: own, readOnly });
      }
    }
    throw stranger(authorization.unauthorized('invalid_token'), 'This token does not count here. Sign in again.');
  };
}

interface GateParts extends GateOptions {
  workIn(body: unknown, caller: Caller): AskedWork | undefined;
  holdBack: HoldBack;
}

async function admit(options: GateParts, request: FastifyRequest, holder: Holder): Promise<Admission> {
  const { authorization, limits, audit, toolServer, verdicts, log } = options;
  const { exchange } = request;
  const choice = chosenTools(request, options.choice);
  const judgement = await verdicts.of(holder.credential);
  exchange.fingerprint = judgement.fingerprint;
  const gone = async () => {
    // Without its grant, a client cannot go on refreshing a token that opens nothing any more, and asks the person instead.
    if (holder.grantId !== undefined && (await options.hasEnded?.(holder.credential))) {
      await authorization.disconnect(holder.subject, holder.grantId);
    }
    return stranger(
      authorization.unauthorized('invalid_token'),
      'The account no longer accepts what was signed in with. Sign in again.',
    );
  };
  if (judgement.verdict === 'refused') throw await gone();
  let call: OpenCall | undefined;
  let own: Caller;
  try {
    own = await options.callerOf(holder.credential, judgement, () => call?.asksVendor());
  } catch (error) {
    throw isTelephonyError(error) && error.code === 'UNAUTHENTICATED' ? await gone() : error;
  }
  const all = [...gatewayScopes.expand(holder.scopes)];
  const granted = new Set<string>(holder.readOnly ? all.filter(onlyReads) : all);
  const caller: Caller = {
    ...own,
    choice,
    subject: holder.subject,
    scopes: new Set([...own.scopes].filter((scope) => granted.has(scope))),
  };
  const work = options.workIn(request.body, own);
  const start = work && {
    subject: holder.subject,
    tokenId: holder.tokenId,
    clientId: holder.clientId,
    clientName: holder.clientName ?? work.client.name,
    clientVersion: work.client.version,
    tool: work.name,
    scope: work.scope,
    changes: work.changes,
    arguments: work.arguments,
    credentials: secretsIn(holder.credential),
  };
  if (start?.changes && holder.readOnly) {
    await audit.record(start, { status: 'denied', errorCode: 'READ_ONLY' });
    throw new RequestRefused(403, REFUSED, CHANGES_NOT_IN_QUERY);
  }
  if (work !== undefined && start !== undefined) {
    const lacking = work.scopes.filter((scope) => own.scopes.has(scope) && !caller.scopes.has(scope));
    if (lacking.length > 0) {
      await audit.record(start, { status: 'denied', errorCode: 'INSUFFICIENT_SCOPE' });
      throw new RequestRefused(403, REFUSED, `This needs the scope ${lacking.join(' ')}, which was not granted.`, {
        'www-authenticate': authorization.forbidden(work.scopes),
      });
    }
    const admission = await limits.admit(holder);
    if (!admission.allowed) {
      await audit.record(start, { status: 'denied', errorCode: 'LIMITED' });
      await options.holdBack(holder.subject);
      throw limited(admission);
    }
  }
  call = start && (await openCall(audit, start));
  const observer: CallObserver = {
    onStart: () => call?.started(),
    onCall(record) {
      exchange.call = record;
      log.call(record);
      call?.finished(record);
    },
    onInternalError: (error, name) => log.internalError(error, { tool: name }),
  };
  return {
    serve: () => toolServer.serve(caller, observer),
    answer: (plain, signal) => toolServer.answer(plain, caller, observer, signal),
    openStream: () => limits.openConnection(holder),
    async refusedMeanwhile() {
      if (exchange.call?.code !== 'UNAUTHENTICATED') return undefined;
      verdicts.forget(holder.credential);
      return gone();
    },
    ended: (early) => call?.over(early),
  };
}

function stranger(challenge: string, problem: string): RequestRefused {
  return new RequestRefused(401, REFUSED, problem, { 'www-authenticate': challenge });
}
