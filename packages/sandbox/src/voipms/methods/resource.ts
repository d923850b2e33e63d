import type { MethodCall, Methods } from '../method.ts';
import { given, missingName, required } from '../parameters.ts';
import type { Row } from '../state/account-state.ts';
import { TABLE_IDS, type TableName } from '../state/tables.ts';
import { StatusError } from '../status-error.ts';

/** Records of one kind that are listed, written whole and deleted. */
export interface Resource {
  table: TableName;
  get: string;
  set?: string;
  del?: string;
  /** Where the list is found in the answer. */
  key: string;
  /** The name of the id in questions, where it is not that of the field. */
  parameter?: string;
  /** The name of the id where a record is deleted, when it is yet another one. */
  deleteParameter?: string;
  /** What a record is called in statuses: `invalid_<word>`, and in `no_<word>` unless `none` is given. */
  word: string;
  none?: string;
  /** Parameters that a write needs. */
  required?: readonly string[];
  /** Every field of a record, with what it becomes when a write leaves it out. */
  fields: Row;
  /** @throws StatusError when the record cannot be so. */
  check?(row: Row, call: MethodCall): void;
  /** @throws StatusError when the record cannot be deleted. */
  checkDelete?(id: string, call: MethodCall): void;
  /** Whether the answer to a write says the id. */
  silent?: boolean;
}

/** The methods of a kind of record. */
export function resourceMethods(resource: Resource): Methods {
  const { get, set, del } = resource;
  return {
    [get]: (call) => list(resource, call),
    ...(set && { [set]: (call: MethodCall) => write(resource, call) }),
    ...(del && { [del]: (call: MethodCall) => remove(resource, call) }),
  };
}

function list({ table, key, word, none = `no_${word}`, ...resource }: Resource, { state, parameters }: MethodCall) {
  const id = given(parameters, resource.parameter ?? TABLE_IDS[table]);
  const rows = [...state.tables[table]].filter(([rowId]) => id === undefined || rowId === id).map(([, row]) => row);
  if (rows.length === 0) throw new StatusError(none);
  return { [key]: rows };
}

/** The record becomes what is given, and nothing of what it was before remains. */
function write(resource: Resource, call: MethodCall) {
  const { state, parameters } = call;
  const { table, word, fields } = resource;
  const idField = TABLE_IDS[table];
  const asked = given(parameters, resource.parameter ?? idField);
  if (asked !== undefined && !state.tables[table].has(asked)) throw new StatusError(`invalid_${word}`);
  for (const name of resource.required ?? []) required(parameters, name);
  const written = Object.entries(fields).map(([field, otherwise]) => [field, parameters.get(field) ?? otherwise]);
  const id = asked ?? state.nextId();
  const row: Row = { [idField]: id, ...Object.fromEntries(written) };
  resource.check?.(row, call);
  state.tables[table].set(id, row);
  return resource.silent === true ? {} : { [resource.parameter ?? idField]: id };
}

function remove({ table, word, ...resource }: Resource, call: MethodCall) {
  const { state, parameters } = call;
  const name = resource.deleteParameter ?? resource.parameter ?? TABLE_IDS[table];
  const id = required(parameters, name, missingName(word));
  if (!state.tables[table].has(id)) throw new StatusError(`invalid_${word}`);
  resource.checkDelete?.(id, call);
  state.tables[table].delete(id);
  return {};
}
