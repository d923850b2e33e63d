import { badFilter, badValue, emptyList, unknownOperator } from '../api-error.ts';

/** A filter as it was asked for: a condition, or several of which all or any must be met. */
export type Filter = Condition | Group;

export interface Group {
  logic: 'and' | 'or';
  filters: readonly Filter[];
}

export interface Condition {
  field: string;
  operator: Operator;
  values: readonly string[];
  ignoreCase: boolean;
}

const OPERATORS = [
  'eq',
  'neq',
  'gt',
  'gte',
  'lt',
  'lte',
  'like',
  'notlike',
  'contains',
  'doesnotcontain',
  'startswith',
  'endswith',
  'begins',
  'ends',
  'notbegins',
  'notends',
  'in',
  'notin',
  'isnull',
  'isnotnull',
  'between',
  'regexp',
] as const;

export type Operator = (typeof OPERATORS)[number];

const WITHOUT_VALUE: readonly Operator[] = ['isnull', 'isnotnull'];
const WITH_LIST: readonly Operator[] = ['in', 'notin'];

type Parts = Readonly<Record<string, unknown>>;

/**
 * Reads `filter` in each of its three forms: one condition, a list of which all must be met, or groups within groups.
 * @throws ApiError 400 for every other form.
 */
export function readFilter(raw: unknown): Filter | undefined {
  if (raw === undefined || raw === '') return undefined;
  const parts = partsOf(raw);
  if ('field' in parts || 'filters' in parts) return readOne(parts);
  return { logic: 'and', filters: listOf(raw).map((item) => readOne(partsOf(item))) };
}

export function isGroup(filter: Filter): filter is Group {
  return 'filters' in filter;
}

/** The conditions that every row must meet. */
export function requiredConditions(filter: Filter | undefined): readonly Condition[] {
  if (filter === undefined) return [];
  if (!isGroup(filter)) return [filter];
  return filter.logic === 'and' || filter.filters.length === 1 ? filter.filters.flatMap(requiredConditions) : [];
}

/** A list that PHP would have made of `[0]`, `[1]` and so on, however the numbers were written. */
export function listOf(raw: unknown): readonly unknown[] {
  if (Array.isArray(raw)) return raw;
  const parts = partsOf(raw);
  if (!Object.keys(parts).every((key) => /^\d+$/.test(key))) throw badFilter();
  return Object.values(parts);
}

function readOne(parts: Parts): Filter {
  if ('filters' in parts) {
    const { logic = 'and' } = parts;
    if ('field' in parts || (logic !== 'and' && logic !== 'or')) throw badFilter();
    const filters = listOf(parts.filters).map((item) => readOne(partsOf(item)));
    if (filters.length === 0) throw badFilter();
    return { logic, filters };
  }
  return readCondition(parts);
}

function readCondition(parts: Parts): Condition {
  const { field, operator } = parts;
  if (typeof field !== 'string' || field === '' || typeof operator !== 'string' || 'logic' in parts) throw badFilter();
  const known = OPERATORS.find((one) => one === operator);
  if (known === undefined) throw unknownOperator(operator);
  return {
    field,
    operator: known,
    values: valuesOf(field, known, parts.value),
    ignoreCase: parts.ignoreCase !== 'false',
  };
}

function valuesOf(field: string, operator: Operator, raw: unknown): readonly string[] {
  if (WITHOUT_VALUE.includes(operator)) return [];
  const values = typeof raw === 'string' ? [raw] : raw === undefined ? [] : listOf(raw);
  if (!values.every((value) => typeof value === 'string')) throw badValue(field);
  if (WITH_LIST.includes(operator)) {
    if (values.length === 0) throw emptyList(field);
  } else if (
    values.length !== (operator === 'between' ? 2 : 1) ||
    (operator !== 'between' && typeof raw !== 'string')
  ) {
    throw badValue(field);
  }
  return values;
}

function partsOf(raw: unknown): Parts {
  if (typeof raw !== 'object' || raw === null) throw badFilter();
  return raw as Parts;
}
