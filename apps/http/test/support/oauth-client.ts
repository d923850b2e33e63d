import { createHash, randomBytes } from 'node:crypto';
import { type FormBrowser, formBrowser, redirectOf } from './form-browser.ts';

/** Where clients are sent back to. Nothing listens there: the address itself is the answer. */
export const REDIRECT = 'http://127.0.0.1:33418/callback';

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
}

/** Answered by a balancer, or not at all: worth another try. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** The answer as JSON. Throws `NoAnswer`, or another error for a refusal such as `invalid_grant`. */
export async function answered<Answer>(asked: Promise<Response>): Promise<Answer> {
  const response = await asked.catch((cause: unknown) => {
    throw new NoAnswer('The connection was cut.', { cause });
  });
  await refuseFailure(response);
  const text = await response.text().catch((cause: unknown) => {
    throw new NoAnswer('The answer was cut.', { cause });
  });
  if (!response.ok) throw new Error(`${response.status}: ${text}`);
  return JSON.parse(text) as Answer;
}

async function refuseFailure(response: Response): Promise<void> {
  if (response.status >= 500) throw new NoAnswer(`The status was ${response.status}: ${await response.text()}`);
}

export async function registered(origin: string, name: string): Promise<string> {
  const { client_id } = await answered<{ client_id: string }>(
    fetch(`${origin}/oauth/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ client_name: name, redirect_uris: [REDIRECT] }),
    }),
  );
  return client_id;
}

export function refreshed(origin: string, clientId: string, refreshToken: string): Promise<Tokens> {
  return redeemed(origin, { grant_type: 'refresh_token', client_id: clientId, refresh_token: refreshToken });
}

/** A sign-in in a browser, which shows our page. */
export interface OpenSignIn {
  readonly browser: FormBrowser;
  readonly page: URL;
  readonly csrf: string;
  /** What the code is redeemed with. */
  readonly verifier: string;
}

/** Goes to where a client sends the person. */
export async function openedSignIn(origin: string, clientId: string): Promise<OpenSignIn> {
  const verifier = randomBytes(32).toString('base64url');
  const authorize = new URL('/oauth/authorize', origin);
  authorize.search = String(
    new URLSearchParams({
      client_id: clientId,
      redirect_uri: REDIRECT,
      response_type: 'code',
      state: 'a-state',
      resource: `${origin}/mcp`,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    }),
  );
  const browser = formBrowser(refuseFailure);
  const page = redirectOf(await browser.get(authorize), authorize);
  const csrf = inputs(await (await browser.get(page)).text(), 'csrf')[0] ?? '';
  return { browser, page, csrf, verifier };
}

/** What is typed on the page: a Voxolib token, or the fields of another form there. */
export type Typed = string | Record<string, string>;

/** Pastes a token or fills in another form, and allows all that is asked. Gives the code. */
export async function allowedSignIn({ browser, page, csrf }: OpenSignIn, typed: Typed): Promise<string> {
  const fields = typeof typed === 'string' ? { token: typed } : typed;
  const consent = redirectOf(await browser.post(page, new URLSearchParams({ csrf, ...fields })), page);
  const form = new URLSearchParams({ csrf, decision: 'allow' });
  for (const scope of inputs(await (await browser.get(consent)).text(), 'scope')) form.append('scope', scope);
  const resume = redirectOf(await browser.post(consent, form), consent);
  const code = redirectOf(await browser.get(resume), resume).searchParams.get('code');
  if (code === null) throw new Error('The sign-in ended without a code.');
  return code;
}

/** Signs in through the pages, with what is typed there, and allows all that is asked. */
export async function signedIn(origin: string, clientId: string, credential: Typed): Promise<Tokens> {
  const { code, verifier } = await codeOf(origin, clientId, credential).catch((error: unknown) => {
    throw error instanceof TypeError ? new NoAnswer('The connection was cut.', { cause: error }) : error;
  });
  const form = { grant_type: 'authorization_code', client_id: clientId, code, redirect_uri: REDIRECT };
  return redeemed(origin, { ...form, code_verifier: verifier });
}

async function codeOf(origin: string, clientId: string, credential: Typed) {
  const opened = await openedSignIn(origin, clientId);
  return { code: await allowedSignIn(opened, credential), verifier: opened.verifier };
}

function redeemed(origin: string, form: Record<string, string>): Promise<Tokens> {
  return answered<Tokens>(fetch(`${origin}/oauth/token`, { method: 'POST', body: new URLSearchParams(form) }));
}

function inputs(html: string, name: string): string[] {
  const tags = html.match(/<input [^>]*>/g) ?? [];
  return tags.filter((tag) => tag.includes(` name="${name}"`)).map((tag) => / value="([^"]*)"/.exec(tag)?.[1] ?? '');
}
