import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** What a fault does to one exchange. `Body` is what the vendor's API replies with when all is well. */
export interface Fault<Body> {
  /** Answers instead of the API. */
  answer?(reply: FastifyReply): Promise<void> | void;
  /** How long the API waits before it looks at the request. */
  delayMs?: number;
  /** Changes what a good reply says. `startDate` is the first day that was asked for, if any. */
  edit?(body: Body, startDate: string | undefined): unknown;
  /** Changes how a good reply is sent. */
  send?(text: string, reply: FastifyReply): string | Readable;
  /** True when it is the sandbox that ends the connection. */
  cuts?: boolean;
}

/** A fault by name, with what it takes and does, in the words of the help. */
export interface FaultKind<Body> {
  name: string;
  /** How it is written, such as `slow=<milliseconds>`. */
  usage: string;
  summary: string;
  /** Names of what may follow after `;`. */
  options?: readonly string[];
  make(parameters: FaultParameters): Fault<Body>;
}

/** What was written after the name, and after each option. */
interface FaultParameters {
  value: string | undefined;
  option(name: string): string | undefined;
}

/** A fault that does not exist, or is not written as it should be. */
export class FaultError extends Error {
  override readonly name = 'FaultError';
}
