import { faultCode, isCertificateFault } from '@voxolib/upstream';
import { NOT_PUBLIC, publicLookup, type ResolveAll } from '@voxolib/upstream/public-lookup';
import { Agent, fetch as undiciFetch } from 'undici';
import { daktelaContract } from './contract.ts';
import type { Settings } from './options.ts';
import { failure } from './refusals.ts';

type Fetch = typeof globalThis.fetch;

const USER_AGENT = 'voxolib-daktela/0.1';
const CONNECT_MS = 10_000;

const agents = new WeakMap<ResolveAll, Agent>();
let systemAgent: Agent | undefined;

/**
 * A fetch that connects to public addresses only: names are checked in the look-up of the connection itself. The casts: undici's own
 * types of requests and answers are not those that Node declares for the same objects.
 */
export function publicFetch(resolve: ResolveAll | undefined): Fetch {
  return ((url: string, init: object) =>
    undiciFetch(url, { ...init, dispatcher: agentOf(resolve) })) as unknown as Fetch;
}

export const trustingFetch = undiciFetch as unknown as Fetch;

function agentOf(resolve: ResolveAll | undefined): Agent {
  if (resolve === undefined) {
    systemAgent ??= publicAgent(undefined);
    return systemAgent;
  }
  const made = agents.get(resolve) ?? publicAgent(resolve);
  agents.set(resolve, made);
  return made;
}

function publicAgent(resolve: ResolveAll | undefined): Agent {
  return new Agent({ connect: { lookup: publicLookup(resolve), timeout: CONNECT_MS } });
}

/** A request of one resource. The path and the query are encoded already and hold no credential. */
export interface WireRequest {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  query?: string;
  token?: string;
  body?: object;
}

/** Sends one request and gives whatever comes, also a redirect or a refusal. */
export function send(settings: Settings, request: WireRequest, signal: AbortSignal): Promise<Response> {
  const { method, path, query = '', token, body } = request;
  const url = `${settings.url}${daktelaContract.path.value}${path}${query === '' ? '' : `?${query}`}`;
  settings.onRequest();
  return settings.fetch(url, {
    method,
    headers: {
      accept: 'application/json',
      'user-agent': USER_AGENT,
      ...(token !== undefined && { [daktelaContract.tokenHeader.value]: token }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    redirect: 'manual',
    signal,
  });
}

/** Keeps nothing of a foreign error but its code: those of fetch may hold the request, and with it the credential. */
export async function overNetwork<T>({ method, path }: WireRequest, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const reason = faultCode(error);
    const detail = { method, path, reason };
    if (reason === NOT_PUBLIC) {
      const message = 'The address of this Daktela leads into a private network, so nothing was sent there.';
      throw failure('CONFIGURATION', message, { field: 'url', detail });
    }
    const message = isCertificateFault(reason)
      ? "The certificate of this Daktela's address is not trusted, so nothing was sent there."
      : 'The connection to Daktela failed.';
    throw failure('UNAVAILABLE', message, { detail });
  }
}
