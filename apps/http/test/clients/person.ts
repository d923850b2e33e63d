/** Signs in on our pages as a person does, without a browser: reads the forms, and sends them with the cookies. */
export async function signInAsPerson(authorizationUrl: URL, token: string, scopes?: readonly string[]): Promise<URL> {
  const cookies = new Map<string, string>();
  const visit = async (url: URL, form?: URLSearchParams) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie, connection: 'close', ...(form && { 'sec-fetch-site': 'same-origin' }) },
      ...(form && { method: 'POST', body: form }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
  const page = await followed(await visit(authorizationUrl), authorizationUrl);
  const signIn = await (await visit(page)).text();
  const consentPage = await followed(
    await visit(page, new URLSearchParams({ csrf: hidden(signIn, 'csrf'), token })),
    page,
  );
  const consent = await (await visit(consentPage)).text();
  const asked = [...consent.matchAll(/name="scope" value="([^"]+)"/g)].map(([, scope = '']) => scope);
  const answer = new URLSearchParams({ csrf: hidden(consent, 'csrf'), decision: 'allow' });
  for (const scope of scopes ?? asked) answer.append('scope', scope);
  const resume = await followed(await visit(new URL(consentPage.pathname, consentPage), answer), consentPage);
  return followed(await visit(resume), resume);
}

function hidden(html: string, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];
  if (value === undefined) throw new Error(`The page has no ${name}: ${html.slice(0, 400)}`);
  return value;
}

async function followed(response: Response, from: URL): Promise<URL> {
  const location = response.headers.get('location');
  if (location === null)
    throw new Error(`${from.pathname}: ${response.status} ${(await response.text()).slice(0, 400)}`);
  return new URL(location, from);
}
