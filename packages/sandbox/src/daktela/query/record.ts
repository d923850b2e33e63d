import { LRUCache } from 'lru-cache';
import type { AnyModel, Field, Name, View } from '../model/model.ts';

/** A record as it is sent. */
type WireRecord = Record<string, unknown>;

const ZERO_DATE = '0000-00-00 00:00:00';
/** A record holds those that it refers to, and these hold names only. */
const DEEPEST = 1;

export type WriteRecord = (
  view: View,
  model: AnyModel,
  row: unknown,
  fields: readonly string[] | undefined,
) => WireRecord;

/** Writes rows as records. Constant records inside others are written once. */
export function createWriter(): WriteRecord {
  const kept = new LRUCache<string, WireRecord>({ max: 5_000 });

  const write = (view: View, model: AnyModel, row: unknown, depth: number): WireRecord => {
    const record: WireRecord = {};
    for (const [name, field] of Object.entries(model.fields)) {
      if (depth > 0 && model.heavy?.includes(name)) continue;
      record[name] = written(view, field, row, depth);
    }
    record._sys = sysOf(view, model, row);
    return record;
  };

  const inner = (view: View, model: AnyModel, name: Name, depth: number): unknown => {
    const { endpoint } = model;
    const hidden = view.viewer.forbidden.includes(endpoint);
    const key = JSON.stringify([view.instance.id, view.viewer.id, view.clock.zone, endpoint, name, depth]);
    const before = model.constant ? kept.get(key) : undefined;
    if (before !== undefined) return before;
    const row = model.find(view, String(name));
    if (row === undefined) return null;
    const record = hidden
      ? aliasOf(view, model, row)
      : depth > DEEPEST
        ? nameOf(view, model, row)
        : write(view, model, row, depth);
    if (model.constant) kept.set(key, record);
    return record;
  };

  const written = (view: View, field: Field<unknown>, row: unknown, depth: number): unknown => {
    switch (field.kind) {
      case 'time':
        return timeText(view, field.of(row, view));
      case 'number': {
        const value = field.of(row, view);
        return value !== null && field.writtenAsText?.(row) ? String(value) : value;
      }
      case 'ref': {
        const name = field.of(row, view);
        if (name === null) return view.instance.old ? {} : null;
        const target = view.models.get(field.model);
        return field.bare || target === undefined ? name : inner(view, target, name, depth + 1);
      }
      case 'refs': {
        const target = view.models.get(field.model);
        const names = field.of(row, view);
        if (target === undefined) return names;
        return names.map((name) => inner(view, target, name, depth + 1)).filter((record) => record !== null);
      }
      case 'item': {
        const leads = field.of(row, view);
        const target = leads && view.models.get(leads.model);
        if (!leads || !target) return null;
        return depth > 0 ? leads.id : inner(view, target, leads.name, depth + 1);
      }
      case 'lists':
        return emptyAsList(field.of(row, view));
      default:
        return field.of(row, view);
    }
  };

  /** Only what was asked for; what does not exist is left out. */
  const project = (view: View, model: AnyModel, row: unknown, fields: readonly string[], depth: number): WireRecord => {
    const record: WireRecord = {};
    const deeper = new Map<string, string[]>();
    for (const path of fields) {
      const [first = '', ...rest] = path.split('.');
      const field = Object.hasOwn(model.fields, first) ? model.fields[first] : undefined;
      if (field === undefined) {
        if (first === '_sys') record._sys = sysOf(view, model, row);
      } else if (rest.length === 0) {
        record[first] = written(view, field, row, depth);
        deeper.delete(first);
      } else if (!Object.hasOwn(record, first)) {
        deeper.set(first, [...(deeper.get(first) ?? []), rest.join('.')]);
      }
    }
    for (const [name, paths] of deeper) {
      const field = model.fields[name];
      if (field !== undefined) record[name] = projectInside(view, field, row, paths, depth);
    }
    return record;
  };

  const projectInside = (view: View, field: Field<unknown>, row: unknown, paths: string[], depth: number): unknown => {
    if (field.kind === 'ref' || field.kind === 'refs' || field.kind === 'item') {
      const leads = field.kind === 'item' ? field.of(row, view) : null;
      const target = view.models.get(field.kind === 'item' ? (leads?.model ?? '') : field.model);
      const below = (name: Name): unknown => {
        const found = target?.find(view, String(name));
        if (target === undefined || found === undefined) return null;
        const allowed = view.viewer.forbidden.includes(target.endpoint)
          ? paths.filter((path) => path === 'title')
          : paths;
        return project(view, target, found, allowed, depth + 1);
      };
      if (field.kind === 'refs') return field.of(row, view).map(below);
      const name = field.kind === 'item' ? (leads?.name ?? null) : field.of(row, view);
      return name === null ? null : below(name);
    }
    const whole = written(view, field, row, depth);
    if (typeof whole !== 'object' || whole === null) return whole;
    const keys = paths.map((path) => path.split('.')[0] ?? '').filter((key) => Object.hasOwn(whole, key));
    return emptyAsList(Object.fromEntries(keys.map((key) => [key, (whole as WireRecord)[key]])));
  };

  return (view, model, row, fields) =>
    fields === undefined ? write(view, model, row, 0) : project(view, model, row, fields, 0);
}

/** PHP writes a map that holds nothing as a list that holds nothing. */
function emptyAsList(map: object): unknown {
  return Object.keys(map).length === 0 ? [] : map;
}

function timeText(view: View, at: number | null): string | null {
  if (at === null) return null;
  return at === 0 ? ZERO_DATE : view.clock.text(at);
}

/** What a user sees of a record that they may not read. */
function aliasOf(view: View, model: AnyModel, row: unknown): WireRecord {
  return { title: model.fields.title?.of(row, view) ?? null, alias: model.fields.alias?.of(row, view) ?? '' };
}

function nameOf(view: View, model: AnyModel, row: unknown): WireRecord {
  const record: WireRecord = {};
  for (const name of [model.key ?? 'name', 'title']) {
    const field = model.fields[name];
    if (field !== undefined) record[name] = field.of(row, view);
  }
  return record;
}

/** What the API tells of a record itself. A model may have more to say. */
function sysOf(view: View, model: AnyModel, row: unknown): WireRecord {
  const name = model.fields[model.key ?? 'name']?.of(row, view) ?? '';
  const own = model.fields._sys?.of(row, view) as WireRecord | undefined;
  return { hash: `${model.endpoint}-${name}`, model: model.endpoint, cfScheme: [], ...own };
}
