import type { McpServerFactory } from '@modelcontextprotocol/server';
import type { OpenConnection, Refused } from '@voxolib/access';
import type { McpRequest } from '@voxolib/mcp-tools';
import type { FastifyRequest } from 'fastify';
import type { RequestRefused } from './refusal.ts';

/** A request that may come in, and what serves it. */
export interface Admission {
  /** Makes the MCP server of this one request. */
  serve: McpServerFactory;
  /** Answers a plain request without such a server, as JSON; undefined when this request needs one. */
  answer?(request: McpRequest, signal: AbortSignal): Promise<string> | undefined;
  /** Takes one of the caller's places for streams that have no end of their own. */
  openStream(): Promise<OpenConnection | Refused>;
  /** Asked when the answer begins: a refusal of the credentials that only the call itself brought to light. */
  refusedMeanwhile?(): Promise<RequestRefused | undefined>;
  /** Told when the reply is over: sent as a whole, or not, because the client has gone. */
  ended?(early: boolean): void;
}

/**
 * Decides by a request's credentials whether it may come in, and notes in `request.exchange` what the log may know.
 * Throws RequestRefused when it may not.
 */
export type Admit = (request: FastifyRequest) => Promise<Admission>;
