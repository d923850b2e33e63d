import { modelOf } from '../endpoints/endpoints.ts';
import type { FieldShape, Fields, Model } from '../endpoints/model.ts';

const CUSTOM_KEY = /^[A-Za-z0-9_-]{1,64}$/;
/** What any record has, also of a model that is not read by itself. */
const ANY_RECORD: Fields = { name: 'value', title: 'value', alias: 'value' };

/** Whether a path such as `contact.account` or `customFields.number` leads to something that may be read. */
export function isKnownPath(model: Model, path: string): boolean {
  return path.length <= 200 && leadsSomewhere(model.fields, path.split('.'));
}

function leadsSomewhere(fields: Fields, [name = '', ...rest]: readonly string[]): boolean {
  const shape = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (shape === undefined) return false;
  if (rest.length === 0) return true;
  if (shape === 'custom') return rest.length === 1 && CUSTOM_KEY.test(rest[0] ?? '');
  const inner = fieldsWithin(shape);
  return inner !== undefined && leadsSomewhere(inner, rest);
}

/** The fields of what a field holds, when that is a record or an object. */
export function fieldsWithin(shape: FieldShape): Fields | undefined {
  if (typeof shape === 'string') return undefined;
  if ('parts' in shape) return shape.parts;
  if ('list' in shape) return shape.list;
  return fieldsOfModel('ref' in shape ? shape.ref : shape.refs);
}

function fieldsOfModel(name: string): Fields {
  return modelOf(name)?.fields ?? ANY_RECORD;
}

/** What comes through of a nested record of which no field was asked for by name. */
export function nestedFields(shape: { ref: string } | { refs: string }): Fields {
  const name = 'ref' in shape ? shape.ref : shape.refs;
  const model = modelOf(name);
  return { ...ANY_RECORD, ...(model?.key !== undefined && { [model.key]: 'value' }), ...model?.nested };
}
