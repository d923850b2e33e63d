/** As much of a browser as our pages need without their script: cookies by path, forms, and redirects one by one. */
export interface FormBrowser {
  get(url: URL): Promise<Response>;
  post(url: URL, form: URLSearchParams): Promise<Response>;
}

/** @param answered is shown each answer; what it throws ends the request. */
export function formBrowser(answered: (response: Response) => Promise<void> = async () => {}): FormBrowser {
  const cookies = new Map<string, { value: string; path: string }>();

  function keep(line: string): void {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const [name = '', ...value] = pair.split('=');
    const path = attributes.find((text) => /^path=/i.test(text))?.slice(5) ?? '/';
    cookies.set(name, { value: value.join('='), path });
  }

  async function send(url: URL, init: RequestInit): Promise<Response> {
    const sent = [...cookies].filter(([, { path }]) => url.pathname.startsWith(path));
    const cookie = sent.map(([name, { value }]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      ...init,
      headers: { 'sec-fetch-site': 'same-origin', ...(cookie && { cookie }) },
      redirect: 'manual',
    });
    for (const line of response.headers.getSetCookie()) keep(line);
    await answered(response);
    return response;
  }

  return { get: (url) => send(url, {}), post: (url, form) => send(url, { method: 'POST', body: form }) };
}

/** Where an answer leads to. Fails when it leads nowhere. */
export function redirectOf(response: Response, from: URL): URL {
  const location = response.headers.get('location');
  if (location === null) throw new Error(`${from.pathname} answers ${response.status} instead of a redirect`);
  return new URL(location, from);
}
