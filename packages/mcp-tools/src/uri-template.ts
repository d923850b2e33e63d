import { TelephonyError } from '@voxolib/telephony';
import { quote } from './text.ts';

/** A template of URIs, ready to be compared with many. */
export interface UriTemplate {
  readonly variables: readonly string[];
  /**
   * The variables of a URI that fits; `undefined` when it does not.
   * @throws INVALID_INPUT when it fits but for its query.
   */
  match(uri: string): Record<string, string> | undefined;
}

const FORM = /^(?<path>(?:[^{}?]|\{\w+\})+)(?:\{\?(?<query>\w+(?:,\w+)*)\})?$/;

/** Reads a template of RFC 6570 that has `{name}` for parts of the path and at most one `{?name,name}`, at its end. */
export function uriTemplate(template: string): UriTemplate {
  const { path, query } = FORM.exec(template)?.groups ?? {};
  if (path === undefined) throw new RangeError(`${template} is not a template that can be served`);
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const inQuery = query?.split(',') ?? [];
  const pattern = new RegExp(
    `^${path
      .split(/\{\w+\}/)
      .map(literally)
      .join('([^/?#]+)')}$`,
  );
  return {
    variables: [...inPath, ...inQuery],
    match(uri) {
      const [before = '', ...after] = uri.split('?');
      const parts = pattern.exec(before)?.slice(1);
      if (parts === undefined || (after.length > 0 && inQuery.length === 0)) return undefined;
      const values = parts.map(decoded);
      if (values.includes(undefined)) return undefined;
      const found = Object.fromEntries(inPath.map((name, index) => [name, values[index] ?? '']));
      return { ...found, ...queryOf(after.join('?'), inQuery, template) };
    },
  };
}

function queryOf(text: string, names: readonly string[], template: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    if (!names.includes(name)) throw refuse(`Unknown parameter ${quote(name)} of ${template}.`);
    if (Object.hasOwn(found, name)) throw refuse(`The parameter ${name} of ${template} is given twice.`);
    found[name] = value;
  }
  return found;
}

function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function refuse(message: string): TelephonyError {
  return new TelephonyError('INVALID_INPUT', message, { field: 'uri' });
}
