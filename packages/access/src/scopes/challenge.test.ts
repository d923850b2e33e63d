import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bearerChallenge, insufficientScope } from './challenge.ts';

const metadata = 'https://mcp.example/.well-known/oauth-protected-resource/mcp';

it('names all that is needed in one challenge', () => {
  expect(insufficientScope(['book.read', 'book.write'], metadata)).toBe(
    `Bearer error="insufficient_scope", error_description="This needs book.read and book.write.", ` +
      `scope="book.read book.write", resource_metadata="${metadata}"`,
  );
});

it('says no error to a request without a token', () => {
  expect(bearerChallenge({})).toBe('Bearer');
  expect(bearerChallenge({ scopes: ['a'], resourceMetadata: new URL(metadata) })).toBe(
    `Bearer scope="a", resource_metadata="${metadata}"`,
  );
});

it('can be read back whatever it is given, and nothing breaks out of a quoted value', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.array(fc.string({ unit: 'binary' })),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      (description, scopes, url) => {
        const header = bearerChallenge({ error: 'invalid_token', description, scopes, resourceMetadata: url });
        expect(header).toMatch(/^Bearer [a-z_]+="[^"\\]*"(, [a-z_]+="[^"\\]*")*$/);
        expect(header).toMatch(/^[\x20-\x7e]*$/);
        const parameters = new Map([...header.matchAll(/([a-z_]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]));
        expect(parameters.get('error')).toBe('invalid_token');
        expect(parameters.get('resource_metadata')).toBe(new URL(url).href);
        const valid = scopes.filter((scope) => /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(scope));
        expect(parameters.get('scope') ?? '').toBe(valid.join(' '));
      },
    ),
  );
});
