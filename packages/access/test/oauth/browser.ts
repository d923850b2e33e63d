import type { SignInRequest } from '../../src/oauth/interactions.ts';

export interface Answer {
  readonly account?: string;
  readonly credential?: string;
  /** What the person allows; all that is asked unless said. */
  readonly scopes?: readonly string[];
  readonly deny?: boolean;
}

/** As much of a browser as a sign-in needs: cookies by path, forms, and redirects one by one. */
export class Browser {
  readonly #cookies = new Map<string, { value: string; path: string }>();
  /** Everything that was read, for those who look for what must not be there. */
  readonly pages: string[] = [];

  async get(url: string | URL, headers: Record<string, string> = {}): Promise<Response> {
    return this.#fetch(new URL(url), { headers });
  }

  async post(url: string | URL, form: URLSearchParams, headers: Record<string, string> = {}): Promise<Response> {
    return this.#fetch(new URL(url), { method: 'POST', body: form, headers });
  }

  /** From the address that a client opened to the page that asks the person. */
  async open(authorizationUrl: string | URL): Promise<{ url: URL; page: SignInRequest }> {
    const start = await this.get(authorizationUrl);
    if (start.status !== 303) throw new Error(`${start.status}: ${await start.text()}`);
    const url = locationOf(start, authorizationUrl);
    const response = await this.get(url);
    if (response.status !== 200) throw new Error(`no page: ${url.href} ${response.status}`);
    return { url, page: (await response.json()) as SignInRequest };
  }

  async answer(url: URL, page: SignInRequest, answer: Answer = {}): Promise<Response> {
    const { account = 'account-1', credential = 'secret-of-account-1', scopes = page.scopes, deny } = answer;
    const form = new URLSearchParams({ csrf: page.csrf, account, credential });
    for (const scope of scopes) form.append('scope', scope);
    if (deny) form.set('deny', '1');
    return this.post(url, form, { 'sec-fetch-site': 'same-origin', origin: 'null' });
  }

  /** From the address that a client opened to the one that it is sent back to. */
  async signIn(authorizationUrl: string | URL, answer: Answer = {}): Promise<URL> {
    const { url, page } = await this.open(authorizationUrl);
    const answered = await this.answer(url, page, answer);
    if (answered.status !== 303) throw new Error(`${answered.status}: ${await answered.text()}`);
    const resumed = await this.get(locationOf(answered, url));
    if (resumed.status !== 303) throw new Error(`${resumed.status}: ${await resumed.text()}`);
    return locationOf(resumed, url);
  }

  async #fetch(url: URL, init: RequestInit): Promise<Response> {
    const sent = [...this.#cookies].filter(([, { path }]) => url.pathname.startsWith(path));
    const cookie = sent.map(([name, { value }]) => `${name}=${value}`).join('; ');
    const headers = { ...(init.headers as Record<string, string>), ...(cookie && { cookie }), connection: 'close' };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    this.pages.push(`${response.headers.get('location') ?? ''}\n${await response.clone().text()}`);
    return response;
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const [name = '', value = ''] = pair.split('=');
    const path = attributes.find((text) => /^path=/i.test(text))?.slice(5) ?? '/';
    if (value === '') this.#cookies.delete(name);
    else this.#cookies.set(name, { value, path });
  }
}

export function locationOf(response: Response, base: string | URL): URL {
  const location = response.headers.get('location');
  if (location === null) throw new Error(`no redirect but ${response.status}`);
  return new URL(location, base);
}
