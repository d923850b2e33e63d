import {
  type Audit,
  type AuthorizationServer,
  credentialKinds,
  type Limits,
  retryAfterSeconds,
  type StaticTokens,
} from '@voxolib/access';
import type { Caller, CallObserver, Scope, ToolServer } from '@voxolib/mcp-tools';
import { isAccessToken } from '@voxolib/token';
import type { FastifyRequest } from 'fastify';
import type { Admission, Admit } from '../mcp/admission.ts';
import { presentedCredential } from '../mcp/credential.ts';
import { REFUSED, RequestRefused } from '../mcp/refusal.ts';
import type { Judgement, Verdicts } from '../mcp/verdicts.ts';
import type { ServerLog } from '../operations/log.ts';

export interface GateOptions {
  /** Serves those who bring a token of the vendor's own. */
  relayed: Admit;
  authorization: AuthorizationServer;
  staticTokens: StaticTokens;
  limits: Limits;
  audit: Audit;
  toolServer: ToolServer;
  verdicts: Verdicts;
  callerOf(token: string, judgement: Judgement): Caller;
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
}

const kindOf = credentialKinds([{ kind: 'relay', pattern: /^.+\.[0-9a-fA-F]{64}$/ }]);

/** Lets in whoever brings a credential of a known kind, told by its form. What has an unknown form is sent nowhere. */
export function gate(options: GateOptions): Admit {
  const { relayed, authorization, staticTokens } = options;
  return async (request) => {
    const credential = presentedCredential(request);
    if (credential === undefined) throw stranger(authorization.unauthorized(), 'Sign in, or send an access token.');
    switch (kindOf(credential)) {
      case 'relay':
        if (isAccessToken(credential)) return relayed(request);
        break;
      case 'oauth': {
        const holder = await authorization.verifyAccessToken(credential);
        if (holder !== undefined) return admit(options, request, { ...holder, tier: 'discover' });
        break;
      }
      case 'static-token': {
        const verified = await staticTokens.verify(credential, request.ip);
        if (!verified.valid) throw stranger(authorization.unauthorized('invalid_token'), verified.reason);
        const { account: subject, id: tokenId, scopes, tier } = verified.token;
        const own = verified.credential();
        if (own !== undefined) return admit(options, request, { subject, tokenId, scopes, tier, credential: own });
        break;
      }
    }
    throw stranger(authorization.unauthorized('invalid_token'), 'This token does not count here. Sign in again.');
  };
}

async function admit(options: GateOptions, request: FastifyRequest, holder: Holder): Promise<Admission> {
  const { authorization, limits, audit, toolServer, verdicts, log } = options;
  const { exchange } = request;
  const judgement = await verdicts.of(holder.credential);
  exchange.fingerprint = judgement.fingerprint;
  const gone = () =>
    stranger(
      authorization.unauthorized('invalid_token'),
      'The account no longer accepts what was signed in with. Sign in again.',
    );
  if (judgement.verdict === 'refused') throw gone();
  const own = options.callerOf(holder.credential, judgement);
  const granted = new Set(holder.scopes);
  const caller: Caller = {
    ...own,
    subject: holder.subject,
    scopes: new Set([...own.scopes].filter((scope) => granted.has(scope))),
  };
  const called = calledTool(request.body);
  const tool = toolServer.definitions.find(({ definition }) => definition.name === called?.name);
  const start = called &&
    tool && {
      subject: holder.subject,
      tokenId: holder.tokenId,
      clientId: holder.clientId,
      clientName: holder.clientName,
      tool: tool.definition.name,
      scope: tool.scope,
      changes: !tool.definition.annotations.readOnlyHint,
      arguments: called.arguments,
      credentials: [holder.credential],
    };
  if (start !== undefined) {
    const scope: Scope = start.scope;
    if (own.scopes.has(scope) && !caller.scopes.has(scope)) {
      await audit.record(start, { status: 'denied', errorCode: 'INSUFFICIENT_SCOPE' });
      throw new RequestRefused(403, REFUSED, `This needs the scope ${scope}, which was not granted.`, {
        'www-authenticate': authorization.forbidden([scope]),
      });
    }
    const admission = await limits.admit(holder);
    if (!admission.allowed) {
      await audit.record(start, { status: 'denied', errorCode: 'LIMITED' });
      throw new RequestRefused(429, REFUSED, admission.reason, { 'retry-after': String(retryAfterSeconds(admission)) });
    }
  }
  const id = start === undefined ? undefined : await audit.open(start);
  const observer: CallObserver = {
    onCall(record) {
      exchange.call = record;
      log.call(record);
      if (id !== undefined) void audit.close(id, { status: record.outcome, errorCode: record.code });
    },
    onInternalError: (error, name) => log.internalError(error, { tool: name }),
  };
  return {
    serve: () => toolServer.serve(caller, observer),
    answer: (plain, signal) => toolServer.answer(plain, caller, observer, signal),
    refusedMeanwhile() {
      if (exchange.call?.code !== 'UNAUTHENTICATED') return undefined;
      verdicts.forget(holder.credential);
      return gone();
    },
  };
}

function calledTool(body: unknown): { name: string; arguments: unknown } | undefined {
  if (typeof body !== 'object' || body === null || Reflect.get(body, 'method') !== 'tools/call') return undefined;
  const params: unknown = Reflect.get(body, 'params');
  if (typeof params !== 'object' || params === null) return undefined;
  const name: unknown = Reflect.get(params, 'name');
  return typeof name === 'string' ? { name, arguments: Reflect.get(params, 'arguments') } : undefined;
}

function stranger(challenge: string, problem: string): RequestRefused {
  return new RequestRefused(401, REFUSED, problem, { 'www-authenticate': challenge });
}
