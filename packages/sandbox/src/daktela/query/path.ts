import type { AnyModel, Field, Name, View } from '../model/model.ts';

/** A value of a row that can be compared. A time is an instant in epoch milliseconds. */
export type Scalar = string | number | boolean | null;

/** A field, or a field of a record that a field leads to. */
export interface Path {
  kind: Field<unknown>['kind'];
  /** True where a row can have any number of values. */
  many: boolean;
  values(row: unknown): readonly Scalar[];
  /** The value of a row that has one. */
  value(row: unknown): Scalar;
}

/** What `field`, such as `contact.account` or `customFields.number`, leads to; undefined where it leads nowhere. */
export function pathOf(model: AnyModel, path: string, view: View): Path | undefined {
  const [first = '', ...rest] = path.split('.');
  const field = Object.hasOwn(model.fields, first) ? model.fields[first] : undefined;
  if (field === undefined) return undefined;
  if (field.kind === 'ref' || field.kind === 'refs') {
    if (rest.length === 0)
      return field.kind === 'ref' ? one(field, view) : ofMany(field.kind, (row) => field.of(row, view));
    return throughReference(field, rest.join('.'), view);
  }
  if (field.kind === 'item') return undefined;
  if (field.kind === 'lists') return ofMany('text', (row) => listIn(field.of(row, view), rest.join('.')));
  if (field.kind === 'any') return ofMany('text', (row) => leavesOf(walk(field.of(row, view), rest)));
  return rest.length === 0 ? one(field, view) : undefined;
}

function one(field: Field<unknown>, view: View): Path {
  const value = (row: unknown) => field.of(row, view) as Scalar;
  return { kind: field.kind, many: false, value, values: (row) => [value(row)] };
}

function ofMany(kind: Path['kind'], values: (row: unknown) => readonly Scalar[]): Path {
  return { kind, many: true, values, value: (row) => values(row)[0] ?? null };
}

function throughReference(
  field: Field<unknown> & { kind: 'ref' | 'refs' },
  rest: string,
  view: View,
): Path | undefined {
  const target = view.models.get(field.model);
  const inner = target && pathOf(target, rest, view);
  if (target === undefined || inner === undefined) return undefined;
  const rowsOf = (row: unknown) => {
    const names = field.kind === 'ref' ? [field.of(row, view)] : field.of(row, view);
    return names
      .filter((name): name is Name => name !== null)
      .map((name) => target.find(view, String(name)))
      .filter((found) => found !== undefined);
  };
  if (field.kind === 'refs' || inner.many) return ofMany(inner.kind, (row) => rowsOf(row).flatMap(inner.values));
  return {
    kind: inner.kind,
    many: false,
    value(row) {
      const [found] = rowsOf(row);
      return found === undefined ? null : inner.value(found);
    },
    values(row) {
      return [this.value(row)];
    },
  };
}

function listIn(map: Readonly<Record<string, readonly (string | null)[]>>, key: string): readonly Scalar[] {
  if (key === '') return Object.values(map).flat();
  return Object.hasOwn(map, key) ? (map[key] ?? []) : [];
}

function walk(value: unknown, keys: readonly string[]): unknown {
  let found = value;
  for (const key of keys) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return null;
    found = (found as Record<string, unknown>)[key];
  }
  return found;
}

function leavesOf(value: unknown): readonly Scalar[] {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return [value as Scalar];
  return typeof value === 'object' ? Object.values(value).flatMap(leavesOf) : [];
}
