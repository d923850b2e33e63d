import { Readable } from 'node:stream';
import { type Audit, callExportFormats, exportCalls, type Storage } from '@voxolib/access';
import type { FastifyInstance } from 'fastify';
import { readCallQuery } from '../calls/call-query.ts';
import { findCalls } from '../calls/find-calls.ts';
import { field } from '../query-field.ts';
import { paths } from './addresses.ts';
import type { Contexts, Guard } from './admin-pages.ts';
import { renderAdminCalls } from './calls-page.tsx';

export interface CallRoutesOptions {
  storage: Storage;
  audit: Pick<Audit, 'flush'>;
  tools: readonly string[];
  contexts: Contexts;
  guard: Guard;
  onEvent(event: string, facts: Record<string, string>): void;
  now(): number;
}

const TYPES = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' } as const;

/** The record of all accounts: looked through, and as files. */
export function callRoutes(scope: FastifyInstance, options: CallRoutesOptions): void {
  const { storage, audit, tools, contexts, guard, onEvent, now } = options;

  scope.get(
    paths.calls,
    guard(async (request, reply, administrator) => {
      const view = await findCalls(storage, readCallQuery(request.query, { now: new Date(now()) }));
      const { context, send } = contexts(request, view.found === undefined ? reply.code(400) : reply);
      return send(renderAdminCalls({ ...context, administrator, view, tools }));
    }),
  );

  scope.get(
    paths.export,
    guard(async (request, reply, { who }) => {
      const { asked, values } = readCallQuery(request.query, { now: new Date(now()) });
      const format = callExportFormats.find((known) => known === field(request.query, 'format'));
      // The page says what is wrong.
      if (asked === undefined || format === undefined)
        return reply.redirect(paths.calls + searchOfUrl(request.url), 303);
      const given = Object.entries(values).filter(([, text]) => text !== '');
      onEvent('export', { ...Object.fromEntries(given), who, format });
      await audit.flush();
      const name = `calls-${values.from}-${values.to}.${format}`;
      return reply
        .type(TYPES[format])
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(Readable.from(exportCalls(storage, { format, filters: asked.filters })));
    }),
  );
}

function searchOfUrl(url: string): string {
  return new URL(url, 'http://here').search;
}
