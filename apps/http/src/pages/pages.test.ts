import type { WireTool } from '@voxolib/mcp-tools';
import { beforeAll, describe, expect, it } from 'vitest';
import { docsPageServer, everyTool } from '../../test/support/docs-page-server.ts';

const app = docsPageServer();
const page = async (path = '/mcp/docs', headers: Record<string, string> = {}) => app.inject({ url: path, headers });

describe('the page', () => {
  it('is where / leads', async () => {
    const { statusCode, headers } = await page('/');
    expect([statusCode, headers.location]).toEqual([302, '/mcp/docs']);
  });

  it.each([
    ['/mcp/docs', {}, 'en'],
    ['/mcp/docs', { 'accept-language': 'fr-FR,fr;q=0.9' }, 'fr'],
    ['/mcp/docs?lang=fr', { 'accept-language': 'en' }, 'fr'],
    ['/mcp/docs?lang=en', { 'accept-language': 'fr' }, 'en'],
  ])('at %s with %j is in %s, and says that this depends on the reader', async (path, sent, language) => {
    const { statusCode, headers, body } = await page(path, sent);
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      'content-language': language,
      vary: 'Accept-Language',
      'cache-control': 'no-cache',
    });
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toContain(`<html lang="${language}">`);
    const other = language === 'fr' ? 'en' : 'fr';
    expect(body).toContain(`<a href="?lang=${other}" hreflang="${other}" lang="${other}">`);
  });

  it('is not sent again to a browser that has it', async () => {
    const { etag } = (await page()).headers;
    const again = await page('/mcp/docs', { 'if-none-match': String(etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect((await page('/mcp/docs?lang=fr', { 'if-none-match': String(etag) })).statusCode).toBe(200);
  });

  it('answers HEAD', async () => {
    expect((await app.inject({ method: 'HEAD', url: '/mcp/docs' })).statusCode).toBe(200);
  });

  it.each(['/', '/mcp/docs', '/mcp/docs/assets/none.js'])('forbids at %s all that it does not need', async (path) => {
    const { headers } = await page(path);
    expect(headers).toMatchObject({
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
    });
    expect(headers['permissions-policy']).toContain('camera=()');
  });

  it('shows the address of this deployment everywhere, and no other server', async () => {
    const { body } = await docsPageServer({ publicUrl: new URL('https://calls.example.org:8443') }).inject('/mcp/docs');
    const addresses = new Set(body.match(/https?:\/\/[^\s"&<\\]+/g));
    addresses.delete('http://www.w3.org/2000/svg');
    expect([...addresses].sort()).toEqual([
      'https://calls.example.org:8443/healthz',
      'https://calls.example.org:8443/mcp',
    ]);
  });

  it.each([
    ['http://127.0.0.1:3000', true],
    ['http://localhost:3000', true],
    ['http://[::1]:3000', true],
    ['https://mcp.example.com', false],
  ])('at %s warns of clients that cannot reach it: %s', async (publicUrl, warns) => {
    const { body } = await docsPageServer({ publicUrl: new URL(publicUrl) }).inject('/mcp/docs');
    expect(body.includes('on your own machine only')).toBe(warns);
  });
});

describe('the tools', () => {
  it.each(['en', 'fr'])('are all there in %s, with every argument and default', async (language) => {
    const { body } = await page(`/mcp/docs?lang=${language}`);
    for (const tool of everyTool) {
      const card = body.split(`id="tool-${tool.name}"`)[1]?.split('</article>')[0] ?? '';
      expect(card).toContain(`<code>${tool.name}</code>`);
      for (const name of Object.keys(Object(tool.inputSchema.properties)))
        expect(card).toContain(`<code>${name}</code>`);
    }
    expect(body).toContain('<code>Europe/Paris</code>');
    expect(body).toContain('<code>wcb</code> · <code>did</code>');
  });

  it('are those that are offered, and so are the questions', async () => {
    const tools = everyTool.filter(({ name }) => name === 'voxolib_dids');
    const { body } = await docsPageServer({ tools }).inject('/mcp/docs');
    expect(body.match(/id="tool-\w+"/g)).toEqual(['id="tool-voxolib_dids"']);
    expect(body).toContain('How many of our numbers are active');
    expect(body).not.toContain('billable');
  });

  it.each(['en', 'fr'])('cannot bring markup or script into the page in %s', async (language) => {
    const evil = '</p><script>alert(1)</script><img src=x onerror="alert(1)">';
    const tool: WireTool = {
      ...(everyTool[0] as WireTool),
      name: `evil"><script>alert(1)</script>`,
      title: evil,
      description: `${evil}\n\n**${evil}** \`${evil}\``,
      inputSchema: {
        type: 'object',
        properties: { [evil]: { enum: [evil], default: evil, description: evil } },
      },
    };
    const { body } = await docsPageServer({ tools: [tool] }).inject(`/mcp/docs?lang=${language}`);
    expect(body).toContain('&lt;script>alert(1)&lt;/script>');
    expect(body.match(/<script[^>]*>/g)).toHaveLength(1);
    expect(body).not.toContain('<img src=x');
  });
});

describe.each(['en', 'fr'])('the document in %s', (language) => {
  let html = '';
  beforeAll(async () => {
    html = (await page(`/mcp/docs?lang=${language}`)).body;
  });
  const values = (attribute: string) =>
    [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map((match) => match[1] ?? '');

  it('has no inline script, style or handler', () => {
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/i);
    expect(html).not.toMatch(/<script(?![^>]* src="\/mcp\/docs\/assets\/)/);
  });

  it('has nothing that could be submitted: no form, and no field with a name', () => {
    expect(html).not.toMatch(/<form|\saction=|\sname="(?!viewport|description|color-scheme)|type="submit"/);
    expect(html).not.toMatch(/<button(?![^>]* type="button")/);
  });

  it('has unique ids, and every reference meets one', () => {
    const ids = values('id');
    expect(new Set(ids).size).toBe(ids.length);
    const references = ['for', 'aria-labelledby', 'aria-describedby', 'data-copy'].flatMap(values);
    const anchors = values('href').filter((href) => href.startsWith('#'));
    expect(references.length).toBeGreaterThan(0);
    expect([...references, ...anchors.map((href) => href.slice(1))].filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('scripts and styles', () => {
  const addresses = async () => (await page()).body.match(/\/mcp\/docs\/assets\/[\w.]+/g) ?? [];

  it('can be kept for ever, since their address holds their content', async () => {
    const [style = '', script = ''] = await addresses();
    expect([style, script]).toEqual([expect.stringMatching(/\.css$/), expect.stringMatching(/\.js$/)]);
    for (const [address, type] of [
      [style, 'text/css; charset=utf-8'],
      [script, 'text/javascript; charset=utf-8'],
    ]) {
      const { statusCode, headers, body } = await page(address);
      expect([statusCode, headers['content-type']]).toEqual([200, type]);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(body).not.toMatch(/https?:\/\/\w|@import|url\(/);
    }
  });

  it('are given for another hash too, while releases change, but not to keep', async () => {
    const [address = ''] = await addresses();
    const other = await page(address.replace(/[0-9a-f]{16}/, '0123456789abcdef'));
    expect([other.statusCode, other.headers['cache-control']]).toEqual([200, 'no-store']);
  });

  it.each(['none.js', 'docs.js.map', '..%2Fpages.ts', 'docs.js', '%00'])('do not include %s', async (name) => {
    expect((await page(`/mcp/docs/assets/${name}`)).statusCode).toBe(404);
  });
});
