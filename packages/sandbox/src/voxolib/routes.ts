import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Accounts } from './accounts.ts';
import { ApiError, notFound } from './api-error.ts';
import { authorize, requireRight } from './authorize.ts';
import { PATHS } from './operations.ts';
import { nextPage } from './paging.ts';
import { readPeriod, readProduct } from './report-query.ts';
import { callRows, minutesRows, type ReportRequest } from './reports.ts';
import type { Product } from './truth/call.ts';
import type { Truth } from './truth/truth.ts';
import type { CallRow, MinutesRow, VoxolibReply } from './wire.ts';

interface RoutesOptions {
  accounts: Accounts;
  truth: Truth;
  now: () => Date;
  /** What becomes of a good reply. */
  edit(request: FastifyRequest, body: VoxolibReply, startDate?: string): unknown;
}

type Query = Readonly<Record<string, unknown>>;

/** The four operations of the API. */
export function addRoutes(app: FastifyInstance, { accounts, truth, now, edit }: RoutesOptions): void {
  const report = (
    request: FastifyRequest<{ Querystring: Query }>,
    productOf: (query: Query) => Product,
    rowsOf: (report: ReportRequest) => (CallRow | MinutesRow)[],
  ): unknown => {
    const account = authorize(accounts, request.headers.authorization);
    const product = productOf(request.query);
    requireRight(account, product);
    const period = readPeriod(request.query);
    const rows = rowsOf({ account, product, log: truth.log(account.id, product), period, now: now() });
    const { cursor } = request.query;
    const body = cursor === undefined ? { data: rows } : nextPage(rows, String(cursor));
    return edit(request, body, period.start_date);
  };

  app.get<{ Querystring: Query }>(PATHS.wcb_calls, async (request) => report(request, () => 'wcb', callRows));
  app.get<{ Querystring: Query }>(PATHS.did_calls, async (request) => report(request, () => 'did', callRows));
  app.get<{ Querystring: Query }>(PATHS.minutes, async (request) => report(request, readProduct, minutesRows));
  app.get(PATHS.dids, async (request) => {
    const account = authorize(accounts, request.headers.authorization);
    requireRight(account, 'did');
    return edit(request, { data: account.numbers });
  });

  app.setNotFoundHandler((_request, reply) => reply.code(404).send(notFound().body));
  app.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof ApiError)) throw error;
    return reply.code(error.status).send(error.body);
  });
}
