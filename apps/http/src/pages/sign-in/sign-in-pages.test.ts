import { TelephonyError } from '@voxolib/telephony';
import { createAccessToken, fingerprint } from '@voxolib/token';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  asked,
  OneSignIn,
  SIGN_IN_COOKIE,
  SIGN_IN_PATH,
  type SignInServer,
  signInServer,
} from '../../../test/support/sign-in-server.ts';
import { DAKTELA_FIELDS, VOIPMS_FIELDS } from './typed-credential.ts';

const TOKEN = await createAccessToken({ publicKey: 'pk.canary_1', secretKey: 'canary-secret' });
const WRONG = await createAccessToken({ publicKey: 'pk.canary_1', secretKey: 'another' });
const UNKNOWN = await createAccessToken({ publicKey: 'pk.nobody', secretKey: 'canary-secret' });
const CONSENT = `${SIGN_IN_PATH}/consent`;
const STARTED = `${SIGN_IN_COOKIE.name}=${SIGN_IN_COOKIE.value}`;

let time = 0;
let judged: string[] = [];
let signIn: OneSignIn;
let served: SignInServer;

type ServeOptions = Partial<Parameters<typeof signInServer>[0]>;
function serve(changes: ConstructorParameters<typeof OneSignIn>[0] = {}, options: ServeOptions = {}) {
  signIn = new OneSignIn(changes);
  served = signInServer({
    interactions: signIn,
    now: () => time,
    judge: async (token) => {
      judged.push(token);
      return token === TOKEN ? 'accepted' : 'refused';
    },
    ...options,
  });
}

beforeEach(() => {
  time = 1_000_000;
  judged = [];
  serve();
});

/** An undefined one is not sent. */
type Headers = Record<string, string | undefined>;

const sent = (headers: Headers) =>
  Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));

const get = (url: string, headers: Headers = {}) =>
  served.app.inject({ url, headers: sent({ cookie: STARTED, ...headers }) });

const post = (url: string, form: Record<string, string> | [string, string][], headers: Headers = {}) =>
  served.app.inject({
    method: 'POST',
    url,
    payload: String(new URLSearchParams(form)),
    headers: sent({
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      origin: 'null',
      cookie: STARTED,
      ...headers,
    }),
  });

const csrf = asked.csrf;

/** Signs in, and gives what the browser sends from then on. */
async function signedIn(): Promise<string> {
  const { headers } = await post(SIGN_IN_PATH, { csrf, token: TOKEN });
  return `${STARTED}; ${String(headers['set-cookie']).split(';')[0]}`;
}

describe('the page to sign in', () => {
  it.each([
    ['', {}, 'en'],
    ['', { 'accept-language': 'fr-FR,fr;q=0.9' }, 'fr'],
    ['?lang=fr', { 'accept-language': 'en' }, 'fr'],
  ])('%s with %j is in %s', async (query, headers, language) => {
    const page = await get(SIGN_IN_PATH + query, headers);
    expect([page.statusCode, page.headers['content-language']]).toEqual([200, language]);
    expect(page.body).toContain(`<html lang="${language}">`);
    expect(page.body).toContain(`action="${SIGN_IN_PATH}?lang=${language}"`);
  });

  it('asks the client for the language before the browser', async () => {
    serve({ locales: ['fr-CA'] });
    expect((await get(SIGN_IN_PATH, { 'accept-language': 'en' })).headers['content-language']).toBe('fr');
  });

  it('gives the field of the secret key no name, and one to what is sent', async () => {
    const { body } = await get(SIGN_IN_PATH);
    const inputs = body.match(/<input[^>]*>/g) ?? [];
    expect(inputs.find((input) => input.includes('id="secret-key"'))).not.toContain(' name=');
    const names = inputs.map((input) => / name="([^"]+)"/.exec(input)?.[1]);
    const vendors = [...Object.values(VOIPMS_FIELDS), ...Object.values(DAKTELA_FIELDS)];
    expect(new Set(names)).toEqual(new Set(['csrf', 'token', undefined, ...vendors]));
  });

  it.each([SIGN_IN_PATH, CONSENT, '/oauth/sign-in/another'])(
    'at %s is kept by nobody, framed by nobody, and does not stop the way back to the client',
    async (path) => {
      const { headers } = await get(path);
      expect(headers).toMatchObject({
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'none'; base-uri 'none'; frame-ancestors 'none'",
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
        'x-content-type-options': 'nosniff',
      });
      expect(headers).not.toHaveProperty('cross-origin-opener-policy');
    },
  );

  it.each([
    ['<script>alert(1)</script>', '&lt;script>alert(1)&lt;/script>'],
    ['Cla\u202eude\u200b', 'Claude'],
    ['x'.repeat(10_000), 'x'.repeat(120)],
    [undefined, 'An application without a name'],
    ['\u200b\u202e', 'An application without a name'],
  ])('shows a client that calls itself %j as a stranger', async (name, shown) => {
    serve({ client: { name } });
    const { body } = await get(SIGN_IN_PATH);
    expect(body).toContain(`<bdi>${shown}</bdi>`);
    expect(body).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|<script>alert/);
  });

  it('says where the answer goes, and warns of programs on the own machine', async () => {
    expect((await get(SIGN_IN_PATH)).body).not.toContain('your own computer');
    serve({ client: { redirectHost: '127.0.0.1:33418', localOnly: true } });
    const { body } = await get(SIGN_IN_PATH);
    expect(body).toContain('<dd class="host">127.0.0.1:33418</dd>');
    expect(body).toContain('your own computer');
  });

  it.each([
    ['another browser', SIGN_IN_PATH, { cookie: '' }],
    ['another sign-in', '/oauth/sign-in/another', {}],
    ['another sign-in, to allow', '/oauth/sign-in/another/consent', {}],
  ])('says to %s that it is over, and what to do', async (_, path, headers) => {
    const page = await get(path, headers);
    expect(page.statusCode).toBe(400);
    expect(page.body).toContain('connect it again');
    expect(page.body).not.toContain('<form');
  });
});

describe('signing in', () => {
  it('takes a token that the vendor accepts, and carries it to the consent in a sealed cookie', async () => {
    const answer = await post(SIGN_IN_PATH, { csrf, token: ` ${TOKEN}\n` });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${CONSENT}?lang=en`]);
    expect(answer.headers['set-cookie']).toMatch(
      /^__Secure-vx_credential=[\w-]+\.key\.1; Path=\/oauth\/sign-in\/uid-of-this-sign-in; Max-Age=600; HttpOnly; SameSite=Lax; Secure$/,
    );
    expect(judged).toEqual([TOKEN]);
    const [, signature = ''] = /\.([0-9a-f]{64})$/.exec(TOKEN) ?? [];
    const sent = JSON.stringify(answer.headers) + answer.body;
    const parts = String(answer.headers['set-cookie']).split(/[=.]/);
    for (const text of [sent, ...parts.map((part) => Buffer.from(part, 'base64url').toString('latin1'))]) {
      expect(text).not.toContain(signature);
      expect(text).not.toContain('canary');
    }
  });

  it('leaves `Secure` to https', async () => {
    serve({}, { publicUrl: new URL('http://127.0.0.1:3000') });
    const { headers } = await post(SIGN_IN_PATH, { csrf, token: TOKEN });
    expect(headers['set-cookie']).toMatch(/^vx_credential=.*; HttpOnly; SameSite=Lax$/);
  });

  it('says the same of a wrong secret and of an unknown account, and repeats neither', async () => {
    const [wrong, unknown] = [
      await post(SIGN_IN_PATH, { csrf, token: WRONG }),
      await post(SIGN_IN_PATH, { csrf, token: UNKNOWN }),
    ];
    expect([wrong.statusCode, unknown.statusCode]).toEqual([403, 403]);
    expect(wrong.body).toBe(unknown.body);
    expect(wrong.body).toContain('role="alert"');
    expect(wrong.body).not.toContain('canary');
    expect(wrong.headers).not.toHaveProperty('set-cookie');
  });

  it.each([
    ['nothing', ''],
    ['a secret key', 'canary-secret'],
    ['two tokens', `${TOKEN} ${TOKEN}`],
  ])('does not ask the vendor about %s', async (_, token) => {
    const answer = await post(SIGN_IN_PATH, { csrf, token });
    expect([answer.statusCode, judged]).toEqual([400, []]);
    expect(answer.body).not.toContain('canary');
    expect(answer.body).toMatch(/<details[^>]* open/);
  });

  it('does not choose between two tokens', async () => {
    const answer = await post(SIGN_IN_PATH, [
      ['csrf', csrf],
      ['token', TOKEN],
      ['token', WRONG],
    ]);
    expect([answer.statusCode, judged]).toEqual([400, []]);
  });

  it('makes those who guess wait, even for the right token, and says for how long', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 8; attempt++) {
      statuses.push((await post(SIGN_IN_PATH, { csrf, token: WRONG })).statusCode);
    }
    expect(statuses).toEqual([403, 403, 403, 403, 403, 403, 429, 429]);
    const refused = await post(SIGN_IN_PATH, { csrf, token: TOKEN });
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.body).toContain(`Try again in ${refused.headers['retry-after']} s.`);
    expect(judged).not.toContain(TOKEN);
  });

  it('says that the vendor is down, blames nobody for it, and works again afterwards', async () => {
    let down = true;
    serve(
      {},
      {
        judge: async () => {
          if (down) throw new TelephonyError('UNAVAILABLE', 'down', { provider: 'voxolib' });
          return 'accepted';
        },
      },
    );
    for (let attempt = 0; attempt < 20; attempt++) {
      const answer = await post(SIGN_IN_PATH, { csrf, token: TOKEN });
      expect(answer.statusCode).toBe(503);
      expect(answer.body).toContain('does not answer');
    }
    down = false;
    expect((await post(SIGN_IN_PATH, { csrf, token: TOKEN })).statusCode).toBe(303);
  });

  it('shows a failure of ours as a page without its reason', async () => {
    serve({}, { judge: () => Promise.reject(new Error('canary-reason')) });
    const answer = await post(SIGN_IN_PATH, { csrf, token: TOKEN });
    expect([answer.statusCode, served.errors.length]).toEqual([500, 1]);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.body).not.toContain('canary');
  });
});

describe('a form that is not of our page', () => {
  const forms = [
    ['of another site', { 'sec-fetch-site': 'cross-site' }, csrf, 403],
    ['of a site beside ours', { 'sec-fetch-site': 'same-site' }, csrf, 403],
    [
      'of an older browser, of another origin',
      { 'sec-fetch-site': undefined, origin: 'https://evil.example' },
      csrf,
      403,
    ],
    ['without a cookie', { cookie: '' }, csrf, 400],
    ['with another mark', {}, 'guess', 403],
    ['without a mark', {}, '', 403],
    ['as JSON', { 'content-type': 'application/json' }, csrf, 415],
  ] as const;

  it.each(forms)('%s: nobody is signed in', async (_, headers, mark, status) => {
    const answer = await post(SIGN_IN_PATH, { csrf: mark, token: TOKEN }, headers);
    expect([answer.statusCode, judged]).toEqual([status, []]);
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(answer.headers['content-type']).toContain('text/html');
  });

  it.each(forms)('%s: nothing is allowed or denied', async (_, headers, mark, status) => {
    const cookie = await signedIn();
    for (const decision of ['allow', 'deny']) {
      const form = { csrf: mark, decision, scope: 'mcp.stats.read' };
      const answer = await post(CONSENT, form, { cookie, ...headers });
      expect(answer.statusCode).toBe(status);
    }
    expect(signIn.answers).toEqual([]);
  });

  it('is cut off when it is too long', async () => {
    expect((await post(SIGN_IN_PATH, { csrf, token: 'x'.repeat(20_000) })).statusCode).toBe(413);
  });
});

describe('the consent', () => {
  it('shows the account and a ticked box for each scope, in words', async () => {
    const { body, statusCode } = await get(`${CONSENT}?lang=fr`, { cookie: await signedIn() });
    expect(statusCode).toBe(200);
    expect(body).toContain('<code>pk.canary_1</code>');
    expect(body).toContain('Lire vos minutes facturées');
    for (const scope of asked.scopes) expect(body).toMatch(new RegExp(`<input[^>]*value="${scope}"[^>]* checked`));
    expect(body).not.toContain(TOKEN.slice(-64));
  });

  it('shows a scope without words by its name', async () => {
    serve({ scopes: ['mcp.new.read'] });
    expect((await get(CONSENT, { cookie: await signedIn() })).body).toContain('>mcp.new.read</label>');
  });

  it('gives the client what was ticked, with the token, and forgets the token', async () => {
    const cookie = await signedIn();
    const answer = await post(
      CONSENT,
      [
        ['csrf', csrf],
        ['decision', 'allow'],
        ['scope', 'mcp.inventory.read'],
        ['scope', 'mcp.stats.read'],
        ['scope', 'mcp.routing.write'],
      ],
      { cookie },
    );
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${asked.client.redirectUri}?code=a-code`]);
    expect(signIn.answers).toEqual([
      {
        csrf,
        account: await fingerprint(TOKEN),
        credential: TOKEN,
        scopes: ['mcp.stats.read', 'mcp.inventory.read'],
      },
    ]);
    expect(answer.headers['set-cookie']).toMatch(/^__Secure-vx_credential=; .*Max-Age=0/);
    expect((await post(CONSENT, { csrf, decision: 'allow', scope: 'mcp.stats.read' }, { cookie })).statusCode).toBe(
      400,
    );
    expect(signIn.answers).toHaveLength(1);
  });

  it('asks again when nothing is ticked', async () => {
    const answer = await post(CONSENT, { csrf, decision: 'allow' }, { cookie: await signedIn() });
    expect([answer.statusCode, signIn.answers]).toEqual([400, []]);
    expect(answer.body).toContain('Tick at least one thing');
    expect(answer.body).not.toContain(' checked');
  });

  it.each(['deny', '', 'ALLOW'])('tells the client of a refusal, for %j, even before signing in', async (decision) => {
    const answer = await post(CONSENT, { csrf, decision, scope: 'mcp.stats.read' });
    expect([answer.statusCode, signIn.answers]).toEqual([303, ['denied']]);
    expect(answer.headers.location).toContain('error=access_denied');
  });

  it('leads those who have not signed in to the page before', async () => {
    const answer = await get(`${CONSENT}?lang=fr`);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${SIGN_IN_PATH}?lang=fr`]);
  });

  it('wants another sign-in after ten minutes', async () => {
    const cookie = await signedIn();
    time += 600_000;
    const answer = await post(CONSENT, { csrf, decision: 'allow', scope: 'mcp.stats.read' }, { cookie });
    expect([answer.statusCode, signIn.answers]).toEqual([400, []]);
    expect(answer.body).toContain('sign in again');
  });

  it.each([
    ['altered', (cookie: string) => cookie.replace(/(?<=credential=)./, (first) => (first === '_' ? '-' : '_'))],
    ['shortened', (cookie: string) => cookie.replace(/credential=.{20}/, 'credential=')],
    ['sealed under a key that is gone', (cookie: string) => cookie.replace(/key\.1$/, 'key.2')],
    ['not ours', () => `${STARTED}; __Secure-vx_credential=%E0%A4%A`],
  ])('does not take a cookie that is %s', async (_, change) => {
    const cookie = change(await signedIn());
    await post(CONSENT, { csrf, decision: 'allow', scope: 'mcp.stats.read' }, { cookie });
    expect((await get(CONSENT, { cookie })).statusCode).toBe(303);
    expect(signIn.answers).toEqual([]);
  });
});
