import { failuresOf } from '@voxolib/test-kit';
import { createVoipmsClient, type VoipmsClient } from '../src/client.ts';
import type { VoipmsOptions } from '../src/options.ts';
import { createSharing } from '../src/shared-state.ts';

export const credential = { username: 'canary@example.com', password: 'Pa55-canary-word' };

/** Fields of a request, without those that every request has. */
export interface Sent {
  http: string;
  method: string;
  params: Record<string, string>;
  fields: Record<string, string>;
}

export type Answer = (sent: Sent, signal: AbortSignal) => unknown;

/** A client whose vendor is `answer`: an object is its JSON, a text the body, a Response itself, an Error the network's. */
export function clientBefore(
  answer: Answer,
  options: Partial<VoipmsOptions> = {},
): { client: VoipmsClient; requests: Sent[]; options: VoipmsOptions } {
  const requests: Sent[] = [];
  const fetch = async (input: unknown) => {
    if (!(input instanceof Request)) throw new Error('not a Request');
    const fields = await fieldsOf(input);
    const { api_username, api_password, method = '', content_type, ...params } = fields;
    const sent = { http: input.method, method, params, fields };
    requests.push(sent);
    const reply = await answer(sent, input.signal);
    if (reply instanceof Error) throw reply;
    if (reply instanceof Response) return reply;
    return new Response(typeof reply === 'string' ? reply : JSON.stringify(reply));
  };
  const all = { ...credential, fetch, retries: 0, pace: { spacingMs: 0, perMinute: 10_000 }, sharing: createSharing() };
  const made = { ...all, ...options };
  return { client: createVoipmsClient(made), requests, options: made };
}

async function fieldsOf(request: Request): Promise<Record<string, string>> {
  const entries =
    request.method === 'GET' ? new URL(request.url).searchParams.entries() : (await request.formData()).entries();
  return Object.fromEntries([...entries].map(([name, value]) => [name, String(value)]));
}

export const { failureOf, expectNoSecret } = failuresOf('voipms', ['canary']);
