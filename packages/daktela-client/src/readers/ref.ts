import { readText } from './scalars.ts';

/** Another record, as far as the answer tells of it. Empty where the user of the token may not see which. */
export interface Ref {
  id?: string;
  title?: string;
}

/**
 * Reads a reference in any of its forms: a whole record, `{}`, `null`, its bare name as a text or a number, or a title alone.
 * Undefined when there is none.
 */
export function readRef(value: unknown): Ref | undefined {
  if (typeof value === 'string' || typeof value === 'number') {
    const id = readText(value);
    return id === undefined ? undefined : { id };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { name, id_call, title, alias } = value as Record<string, unknown>;
  const id = readText(name) ?? readText(id_call);
  const label = readText(title) ?? readText(alias);
  if (id === undefined && label === undefined) return undefined;
  return { ...(id !== undefined && { id }), ...(label !== undefined && { title: label }) };
}

/** A list of references; a single one, a map of them by name, and none are read as such. */
export function readRefs(value: unknown): Ref[] {
  const list = Array.isArray(value) ? value : isMap(value) ? Object.values(value) : [value];
  return list.map(readRef).filter((one) => one !== undefined);
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && readRef(value) === undefined;
}
