import { type Refused, retryAfterSeconds } from '@voxolib/access';

/** An HTTP request to `/mcp` that is refused before it reaches the protocol. Becomes a JSON-RPC error in one place. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  readonly status: number;
  readonly code: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** The body of a refusal, in JSON-RPC's shape. */
export function refusalBody(code: number, message: string) {
  return { jsonrpc: '2.0', error: { code, message }, id: null };
}

/** JSON-RPC's code for what the server refuses for reasons of its own (the range is the implementation's). */
export const REFUSED = -32_000;

/** The 401 that tells a client which credential is wanted. `problem` is a sentence that may be shown. */
export function unauthorized(problem: string, error?: 'invalid_token' | 'invalid_request'): RequestRefused {
  const description = problem.replaceAll('"', "'");
  const challenge = `Bearer realm="voxolib"${error ? `, error="${error}", error_description="${description}"` : ''}`;
  return new RequestRefused(401, REFUSED, problem, { 'www-authenticate': challenge });
}

/** The 429 of a limit that was met, with its words. */
export function limited(refused: Refused): RequestRefused {
  return new RequestRefused(429, REFUSED, refused.reason, { 'retry-after': String(retryAfterSeconds(refused)) });
}
