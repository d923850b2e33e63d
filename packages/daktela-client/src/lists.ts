import { daktelaContract } from './contract.ts';
import { modelOf } from './endpoints/endpoints.ts';
import type { Fields, Model } from './endpoints/model.ts';
import type { Subject } from './http.ts';
import type { Settings } from './options.ts';
import { pathOf } from './path.ts';
import { checkFields, checkQuery } from './query/check.ts';
import { type CheckedQuery, encodeFields, encodeQuery } from './query/encode.ts';
import type { ListQuery } from './query/list-query.ts';
import type { Read } from './read.ts';
import { failure, invalid } from './refusals.ts';
import { isRecord, readList } from './reply/envelope.ts';
import type { Count, CutText, WirePage, WireRecord } from './reply/page.ts';
import { createShape } from './reply/shape.ts';

type Signal = AbortSignal | undefined;

/** The reads that take one request. */
export interface Lists {
  list(endpoint: string, query: ListQuery, signal: Signal): Promise<WirePage>;
  count(endpoint: string, query: Pick<ListQuery, 'filter' | 'search'>, signal: Signal): Promise<Count>;
  get(endpoint: string, name: string, fields: readonly string[] | undefined, signal: Signal): Promise<WireRecord>;
  related(
    endpoint: string,
    name: string,
    relation: string,
    query: Pick<ListQuery, 'skip' | 'take'>,
    signal: Signal,
  ): Promise<WirePage>;
}

export function createLists(settings: Settings, read: Read): Lists {
  async function page(
    subject: Subject,
    path: string,
    query: CheckedQuery,
    fields: Fields,
    signal: Signal,
  ): Promise<WirePage> {
    const answer = await read({ subject, path, query: encoded(query) }, signal);
    const list = readList(answer.result);
    if (list === undefined)
      throw failure('BAD_RESPONSE', `Daktela sent something else than a list of ${subject.endpoint}.`);
    const cut: CutText[] = [];
    const shape = createShape({ fields }, query.fields);
    const rows = list.rows.map((row, index) => shape(row, index, cut));
    const end = query.skip + rows.length;
    return {
      rows,
      skip: query.skip,
      ...(list.total !== undefined && { total: list.total }),
      more: rows.length > 0 && (list.total === undefined ? rows.length >= query.take : end < list.total),
      ...received(settings, answer, cut),
    };
  }

  return {
    list(endpoint, query, signal) {
      const model = requireModel(endpoint);
      return page(
        { kind: 'list', endpoint },
        pathOf(endpoint),
        checkQuery(endpoint, model, query),
        model.fields,
        signal,
      );
    },

    async count(endpoint, query, signal) {
      const model = requireModel(endpoint);
      const one = [model.key ?? model.projection[0] ?? 'name'];
      const checked = { ...checkQuery(endpoint, model, { ...query, fields: one, take: 1 }), sort: [] };
      const { total, rows, receivedAt } = await page(
        { kind: 'list', endpoint },
        pathOf(endpoint),
        checked,
        model.fields,
        signal,
      );
      if (total === undefined && rows.length > 0) {
        throw failure('BAD_RESPONSE', `Daktela did not say how many records of ${endpoint} there are.`);
      }
      return { total: total ?? 0, receivedAt };
    },

    async get(endpoint, name, fields, signal) {
      const model = requireModel(endpoint);
      const asked = checkFields(endpoint, model, fields ?? Object.keys(model.fields));
      const subject: Subject = { kind: 'record', endpoint, name };
      const answer = await read({ subject, path: pathOf(endpoint, name), query: encodeFields(asked) }, signal);
      if (!isRecord(answer.result)) throw noRecord(endpoint);
      const cut: CutText[] = [];
      const row = createShape(model, asked)(answer.result, 0, cut);
      if (Object.keys(row).length === 0) throw noRecord(endpoint);
      return { row, ...received(settings, answer, cut) };
    },

    related(endpoint, name, relation, { skip, take }, signal) {
      const { relations } = requireModel(endpoint);
      const fields = relations !== undefined && Object.hasOwn(relations, relation) ? relations[relation] : undefined;
      if (fields === undefined) {
        const known = Object.keys(relations ?? {}).join(', ');
        throw invalid('relation', `${endpoint} has no such relation${known === '' ? '' : `; it has ${known}`}.`);
      }
      const model: Model = { fields, projection: Object.keys(fields), sortable: [], defaultSort: [] };
      const query = { ...checkQuery(endpoint, model, { skip, take }) };
      return page(
        { kind: 'relation', endpoint, name, relation },
        pathOf(endpoint, name, relation),
        query,
        fields,
        signal,
      );
    },
  };
}

/** An empty map, or nothing of what was asked for. */
function noRecord(endpoint: string) {
  return failure('NOT_FOUND', `Daktela has no record of this name in ${endpoint}.`, {
    field: 'name',
    detail: { reason: 'no_such_record', endpoint },
  });
}

export function requireModel(endpoint: string): Model {
  const model = modelOf(endpoint);
  if (model === undefined) throw invalid('endpoint', 'This is not an endpoint of Daktela that can be read here.');
  return model;
}

function encoded(query: CheckedQuery): string {
  const text = encodeQuery(query);
  if (text.length <= daktelaContract.longestQuery.value) return text;
  throw invalid('filter', 'This query is too long for one request. Give fewer values at a time, or fewer fields.');
}

function received(
  { shared }: Settings,
  answer: { receivedAt: Date; zone: string | undefined; serverTime: string | undefined },
  cut: CutText[],
) {
  const zone = answer.zone ?? shared.zone;
  return {
    receivedAt: answer.receivedAt,
    ...(zone !== undefined && { zone }),
    ...(answer.serverTime !== undefined && { serverTime: answer.serverTime }),
    cut,
  };
}
