import type { Ask } from './ask.ts';

/** A deployment as it is looked at from outside. */
export interface Deployment {
  /** The origin under which clients reach it. */
  publicUrl: URL;
  ask: Ask;
  now(): Date;
}

/** What a client sends to the endpoint; its content does not matter to a refusal. */
export const clientRequest = {
  method: 'POST',
  headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
  body: '{"jsonrpc":"2.0","id":1,"method":"ping"}',
} as const;

export function endpointOf({ publicUrl }: Deployment): URL {
  return new URL('/mcp', publicUrl);
}

/** The text as a JSON object, or undefined for anything else. */
export function jsonObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
