import {
  acceptedContent,
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  inputResponse,
  type Server,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { type Confirmations, type ConfirmedPlan, createConfirmations } from './confirmation.ts';
import type { ChangeLedger } from './ledger.ts';
import { createMemoryLedger } from './memory-ledger.ts';
import { REPLY, Reply } from './question.ts';
import { createQueue, type Queue } from './queue.ts';

/** What all changes of a tool server share. */
export interface ChangeDesk {
  confirmations: Confirmations;
  ledger: ChangeLedger;
  queue: Queue;
}

export interface ChangeDeskOptions {
  /** Where changes are written down; in memory unless given. */
  ledger?: ChangeLedger;
  /** Signs confirmations: at least 32 bytes; random for this process unless given. */
  confirmationKey?: Uint8Array;
}

export function createChangeDesk({ ledger, confirmationKey }: ChangeDeskOptions = {}): ChangeDesk {
  return {
    confirmations: createConfirmations(confirmationKey),
    ledger: ledger ?? createMemoryLedger(),
    queue: createQueue(),
  };
}

/** What one call to a changing tool has of the desk and of the client. */
export interface ChangeSession extends ChangeDesk {
  /** Whether the person behind the client can be asked. */
  canAsk: boolean;
  /** What the person was asked and replied, when this call brings it. */
  asked?: ConfirmedPlan;
  reply: 'yes' | 'no' | 'none';
  open(confirmation: string): Promise<ConfirmedPlan>;
}

/** Reads a request for what its client can and what it brings. In the era of 2026 a request says both; before, the connection does. */
export function changeSession(desk: ChangeDesk, server: Server, context: ServerContext): ChangeSession {
  const { mcpReq } = context;
  const stated: ClientCapabilities | undefined = Reflect.get(mcpReq.envelope ?? {}, CLIENT_CAPABILITIES_META_KEY);
  const { elicitation } = stated ?? server.getClientCapabilities() ?? {};
  const asked = mcpReq.requestState<ConfirmedPlan>();
  const response = inputResponse(mcpReq.inputResponses, REPLY);
  const said = acceptedContent(mcpReq.inputResponses, REPLY, Reply)?.confirm;
  return {
    ...desk,
    canAsk: elicitation !== undefined && (elicitation.form !== undefined || elicitation.url === undefined),
    ...(asked !== undefined && { asked }),
    reply: response.kind !== 'elicit' ? 'none' : said === true ? 'yes' : 'no',
    open: (confirmation) => desk.confirmations.open(confirmation, context),
  };
}
