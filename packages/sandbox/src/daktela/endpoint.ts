import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import type { DaktelaAccount } from './accounts.ts';
import {
  ApiError,
  forbidden,
  methodNotAllowed,
  notFound,
  readOnly,
  unauthenticated,
  unknownEndpoint,
} from './api-error.ts';
import { type Clock, clockOf, DAY_MS, MINUTE_MS } from './clock.ts';
import { type Envelope, envelope } from './envelope.ts';
import { type Instance, instances } from './instances.ts';
import { type Language, languageIn } from './languages.ts';
import type { AnyModel, View } from './model/model.ts';
import { models } from './models/index.ts';
import { readQuery } from './query/query.ts';
import { createWriter } from './query/record.ts';
import { createSelect, type Scope } from './query/select.ts';
import { addBodyParsers, cookieOf, loginParameters, queryOf, type Target, targetOf, tokenOf } from './request.ts';
import type { Session, Sessions } from './sessions.ts';
import type { World } from './world/world.ts';
import { WRITES } from './writes.ts';

interface EndpointOptions {
  sessions: Sessions;
  now(): Date;
  worldOf(instance: Instance): World;
  /** What becomes of a good answer. */
  edit(request: FastifyRequest, body: Envelope): unknown;
}

/** Who asks, and by which clock they are answered. */
interface Caller {
  account: DaktelaAccount | undefined;
  instance: Instance;
  language: Language;
  clock: Clock;
  serverClock: Clock;
}

/** Every address of the API. */
export function addEndpoint(app: FastifyInstance, { sessions, now, worldOf, edit }: EndpointOptions): void {
  const select = createSelect();
  const write = createWriter();

  const callerOf = (request: FastifyRequest, known?: DaktelaAccount): Caller => {
    const token = tokenOf(request);
    const account = known ?? (token === undefined ? undefined : sessions.accountOf(token));
    const instance = instances[account?.instance ?? 'demo'];
    const asked = request.headers['x-timezone-client'];
    const serverClock = clockIn(instance.zone);
    return {
      account,
      instance,
      language:
        languageIn(cookieOf(request, 'lang')) ?? languageIn(request.headers['accept-language']) ?? instance.language,
      clock: (!instance.old && typeof asked === 'string' && clockOf(asked)) || serverClock,
      serverClock,
    };
  };

  const wrapped = (
    { instance, clock, serverClock }: Caller,
    content: { error?: unknown; result?: unknown },
  ): Envelope => envelope(instance, clock, serverClock, now(), content);

  const viewOf = (request: FastifyRequest, { account, instance, clock }: Caller): View => {
    if (account === undefined) throw unauthenticated();
    const until = Math.floor(now().getTime() / MINUTE_MS) * MINUTE_MS;
    return {
      models,
      world: worldOf(instance),
      instance,
      viewer: account,
      token: tokenOf(request) ?? '',
      now: until,
      start: yearBefore(until),
      clock,
    };
  };

  const list = (view: View, model: AnyModel, request: FastifyRequest, scope?: Scope): unknown => {
    const query = readQuery(queryOf(request));
    const { rows, total } = select(view, model, query, scope);
    const data = rows.map((row) => write(view, model, row, query.fields));
    return query.counted ? { data, total } : { data };
  };

  const read = (view: View, { endpoint, name, relation }: Target, request: FastifyRequest): unknown => {
    const model = readable(view, endpoint);
    if (name === undefined) return list(view, model, request);
    const row = model.find(view, name);
    if (row === undefined) throw notFound();
    if (relation === undefined) return write(view, model, row, readQuery({ fields: queryOf(request).fields }).fields);
    const below = model.relations && Object.hasOwn(model.relations, relation) ? model.relations[relation] : undefined;
    const target = below && view.models.get(below.model);
    if (below === undefined || target === undefined) throw unknownEndpoint();
    if (view.viewer.forbidden.includes(target.endpoint)) throw forbidden(target.endpoint);
    return list(view, target, request, { id: `${endpoint}/${name}/${relation}`, rows: below.rows(row, view) });
  };

  const answer = (request: FastifyRequest, caller: Caller): unknown => {
    const target = targetOf(request);
    if (target === undefined) throw unknownEndpoint();
    const method = methodOf(request);
    if (target.endpoint === 'whoim') {
      if (method !== 'GET') throw methodNotAllowed(method);
      return whoim(request, caller);
    }
    const view = viewOf(request, caller);
    if (method !== 'GET') {
      readable(view, target.endpoint);
      throw WRITES[target.endpoint]?.includes(method) ? readOnly() : methodNotAllowed(method);
    }
    return read(view, target, request);
  };

  const whoim = (request: FastifyRequest, caller: Caller): unknown => {
    const { version } = caller.instance;
    const model = models.get('users');
    if (caller.account === undefined || model === undefined) return { version, user: null };
    const view = viewOf(request, caller);
    const row = model.find(view, caller.account.username);
    return {
      version,
      user: { ...write(view, model, row, undefined), extensions: [], _sys: { accessToken: view.token } },
    };
  };

  const login = (request: FastifyRequest, reply: FastifyReply): unknown => {
    const { username, password, refreshToken, only_token } = loginParameters(request);
    const method = methodOf(request);
    if (method !== 'POST' && method !== 'PUT') throw methodNotAllowed(method);
    const session =
      method === 'POST'
        ? sessions.login(String(username), String(password))
        : sessions.refresh(String(refreshToken ?? cookieOf(request, 'c_refresh_token')));
    const caller = callerOf(request, session.account);
    reply.header('set-cookie', [
      `c_user=${session.accessToken}; Path=/; HttpOnly`,
      `c_refresh_token=${session.refreshToken}; Path=/; HttpOnly`,
    ]);
    const { title } = worldOf(caller.instance).user(session.account.username) ?? { title: '' };
    const alone = only_token === '1' || only_token === 1 || only_token === true;
    return wrapped(caller, { result: alone ? session.accessToken : resultOf(session, title, caller) });
  };

  const resultOf = (
    { account, accessToken, refreshToken, expires }: Session,
    title: string,
    { serverClock }: Caller,
  ) => ({
    accessToken,
    refreshToken,
    accessTokenExpirationDate: serverClock.text(expires),
    user: { name: account.username, title, alias: '' },
  });

  addBodyParsers(app);
  app.route({
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    url: '/*',
    handler: async (request, reply) => {
      try {
        if (targetOf(request)?.endpoint === 'login')
          return reply.send(edit(request, login(request, reply) as Envelope));
        const caller = callerOf(request);
        return reply.send(edit(request, wrapped(caller, { result: answer(request, caller) })));
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        const caller = callerOf(request);
        if (error.status === 405) reply.header('allow', 'GET');
        return reply.code(error.status).send(wrapped(caller, { error: error.errorIn(caller.language) }));
      }
    },
  });
}

/** @throws ApiError 404 or 403 */
function readable({ viewer, instance, models: all }: View, endpoint: string): AnyModel {
  const model = all.get(endpoint);
  if (model === undefined || model.below || instance.without.includes(endpoint)) throw unknownEndpoint();
  if (viewer.forbidden.includes(endpoint)) throw forbidden(endpoint);
  return model;
}

/** PHP lets a parameter say that another method is meant. */
function methodOf(request: FastifyRequest): string {
  const { _method } = queryOf(request);
  return typeof _method === 'string' && _method !== '' ? _method.toUpperCase() : request.method;
}

/** The midnight, in UTC, at which what is kept begins. */
export function yearBefore(at: number): number {
  const time = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').subtract({ years: 1 });
  return Math.floor(time.epochMilliseconds / DAY_MS) * DAY_MS;
}

function clockIn(zone: string): Clock {
  const clock = clockOf(zone);
  if (clock === undefined) throw new Error(`There is no zone ${zone}.`);
  return clock;
}
