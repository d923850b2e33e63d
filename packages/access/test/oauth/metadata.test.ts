import Fastify from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { authorizationServer } from '../../src/oauth/authorization-server.ts';
import { describeStorage, engines, type TestStorage } from '../engines.ts';
import { type Gateway, newKeys, SCOPES, startGateway } from './gateway.ts';

describeStorage(
  'metadata',
  (open) => {
    let storage: TestStorage;
    let gateway: Gateway;
    beforeAll(async () => {
      storage = await open();
      gateway = await startGateway(storage, { resourceName: 'Demo' });
    });
    afterAll(async () => {
      await gateway.close();
      await storage.close();
    });

    const read = async (path: string) =>
      (await fetch(gateway.origin + path)).json() as Promise<Record<string, unknown>>;

    it.each([
      '/.well-known/oauth-authorization-server',
      '/.well-known/oauth-authorization-server/mcp',
      '/mcp/.well-known/oauth-authorization-server',
      '/.well-known/openid-configuration',
      '/.well-known/openid-configuration/mcp',
      '/mcp/.well-known/openid-configuration',
    ])('describes the authorization server at %s', async (path) => {
      const { origin: issuer } = gateway;
      const metadata = await read(path);
      expect(metadata).toMatchObject({
        issuer,
        authorization_endpoint: `${issuer}/oauth/authorize`,
        token_endpoint: `${issuer}/oauth/token`,
        registration_endpoint: `${issuer}/oauth/register`,
        revocation_endpoint: `${issuer}/oauth/revoke`,
        code_challenge_methods_supported: ['S256'],
        authorization_response_iss_parameter_supported: true,
        client_id_metadata_document_supported: true,
      });
      expect(metadata.token_endpoint_auth_methods_supported).toContain('none');
      expect(metadata.scopes_supported).toContain('offline_access');
      const keys = (await (await fetch(String(metadata.jwks_uri))).json()) as { keys: object[] };
      for (const key of keys.keys) expect(key).not.toHaveProperty('d');
    });

    it.each(['/.well-known/oauth-protected-resource', '/.well-known/oauth-protected-resource/mcp'])(
      'describes the resource at %s',
      async (path) => {
        expect(await read(path)).toEqual({
          resource: gateway.resource,
          authorization_servers: [gateway.origin],
          scopes_supported: SCOPES,
          bearer_methods_supported: ['header'],
          resource_name: 'Demo',
        });
      },
    );

    it('lets pages of other origins read the metadata', async () => {
      const url = `${gateway.origin}/.well-known/oauth-protected-resource/mcp`;
      for (const method of ['GET', 'OPTIONS']) {
        const response = await fetch(url, { method, headers: { origin: 'https://inspector.example' } });
        expect(response.headers.get('access-control-allow-origin')).toBe('*');
      }
    });

    it('challenges by an absolute address and the least scope', async () => {
      const metadata = `resource_metadata="${gateway.origin}/.well-known/oauth-protected-resource/mcp"`;
      const bare = await fetch(gateway.resource, { method: 'POST' });
      expect(bare.status).toBe(401);
      expect(bare.headers.get('www-authenticate')).toBe(`Bearer scope="demo.stats.read", ${metadata}`);
      const headers = { authorization: `Bearer ${'x'.repeat(43)}` };
      const unknown = await fetch(gateway.resource, { method: 'POST', headers });
      expect(unknown.headers.get('www-authenticate')).toContain('error="invalid_token"');
      expect(gateway.server.forbidden(['demo.numbers.write'])).toContain('scope="demo.numbers.write"');
      expect(gateway.server.forbidden(['demo.numbers.write'])).toContain(metadata);
    });

    it('will not be reached by plain http from elsewhere', async () => {
      const options = { storage, keys: newKeys(), scopes: SCOPES, defaultScopes: [] };
      for (const publicUrl of ['http://mcp.example', 'http://127.0.0.1.example', 'ftp://localhost']) {
        await expect(authorizationServer(Fastify(), { ...options, publicUrl })).rejects.toThrow('https');
      }
    });
  },
  engines.slice(0, 1),
);
