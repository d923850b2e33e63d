import type { FastifyInstance } from 'fastify';

const MOST_BYTES = 8 * 1024;

/** Lets the routes of this scope take forms, and nothing else. */
export function formBodies(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  const options = { parseAs: 'string', bodyLimit: MOST_BYTES } as const;
  scope.addContentTypeParser('application/x-www-form-urlencoded', options, (_request, body, done) =>
    done(null, new URLSearchParams(String(body))),
  );
}

/** The one value of a field; empty when it is missing, or there more than once. */
export function field(body: unknown, name: string): string {
  const [value = '', ...more] = fields(body, name);
  return more.length === 0 ? value : '';
}

export function fields(body: unknown, name: string): string[] {
  return body instanceof URLSearchParams ? body.getAll(name) : [];
}
