import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalResource } from './canonical-resource.ts';
import { displayName } from './display-name.ts';
import { redirectUri } from './redirect-uri.ts';
import { authorizationParameters, tokenParameters } from './request-parameters.ts';

const RESOURCE = 'https://mcp.example.com/mcp';
const rules = { resource: RESOURCE, scopes: ['a', 'b', 'c'], defaultScopes: ['a'] };

it('shows a name in one line of at most 120 characters, and the same when it is shown again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
      const name = displayName(text);
      if (name === undefined) return;
      expect([...name].length).toBeLessThanOrEqual(120);
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      expect(name).toBe(name.trim());
      expect(name.isWellFormed()).toBe(true);
    }),
  );
  expect(displayName('Müller & Söhne 電話')).toBe('Müller & Söhne 電話');
});

it('sends a code only by https, to this machine, or to an app', () => {
  const scheme = fc.constantFrom('http', 'https', 'HTTP', 'javascript', 'data', 'file', 'app', 'ws', ' https');
  const host = fc.constantFrom(
    'localhost',
    '127.0.0.1',
    '[::1]',
    'evil.example',
    '127.0.0.1.evil.example',
    '0x7f.1',
    '',
  );
  const extra = fc.constantFrom('', '@', 'user@', 'a:b@', '\\', '\t', '#');
  fc.assert(
    fc.property(scheme, fc.constantFrom('//', '/', ':', '\\\\'), extra, host, extra, fc.string(), (...parts) => {
      const [first, ...rest] = parts;
      const url = redirectUri(`${first}:${rest.join('')}`);
      if (!url) return;
      expect(url.username + url.password + url.hash).toBe('');
      expect(['javascript:', 'data:', 'file:', 'ws:']).not.toContain(url.protocol);
      if (url.protocol === 'http:') expect(['localhost', '127.0.0.1', '[::1]']).toContain(url.hostname);
    }),
    { numRuns: 1_000 },
  );
});

it('makes of a resource ours or leaves it as it is, and never another one', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string()), (asked) => {
      const made = canonicalResource(asked, RESOURCE);
      expect([asked, RESOURCE]).toContain(made);
      if (made === RESOURCE && asked !== '') expect(new URL(asked).origin).toBe('https://mcp.example.com');
    }),
  );
  for (const asked of ['https://mcp.example.com', 'HTTPS://MCP.example.com:443/mcp//', '']) {
    expect(canonicalResource(asked, RESOURCE)).toBe(RESOURCE);
  }
  for (const asked of [
    'https://mcp.example.com/mcpx',
    'https://mcp.example.com/MCP',
    'https://mcp.example.com.evil.example/mcp',
  ]) {
    expect(canonicalResource(asked, RESOURCE)).toBe(asked);
  }
});

it('changes a request no further when it is made again, and hides no parameter that stands there twice', () => {
  const name = fc.constantFrom('scope', 'resource', 'prompt', 'nonce', 'state', 'client_id', 'grant_type');
  const value = fc.constantFrom(
    '',
    'a',
    'a b x',
    'none',
    'consent',
    RESOURCE,
    `${RESOURCE}/`,
    'authorization_code',
    'x',
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(name, value)), (pairs) => {
      for (const normalise of [authorizationParameters, tokenParameters]) {
        const given = new URLSearchParams(pairs);
        const once = normalise(given, rules);
        expect(String(normalise(once, rules))).toBe(String(once));
        for (const kept of ['state', 'client_id', 'grant_type']) expect(once.getAll(kept)).toEqual(given.getAll(kept));
        expect(once.getAll('resource').length).toBeGreaterThan(0);
      }
    }),
  );
});
