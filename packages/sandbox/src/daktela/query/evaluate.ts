import { badValue, unknownField } from '../api-error.ts';
import { wallOf } from '../clock.ts';
import type { AnyModel, View } from '../model/model.ts';
import { type Condition, type Filter, isGroup, type Operator } from './filter.ts';
import { type Path, pathOf, type Scalar } from './path.ts';
import { folded, isLike } from './text-match.ts';

export type Predicate = (row: unknown) => boolean;

type Test = (value: Exclude<Scalar, null>) => boolean;

const LONGEST_EXPRESSION = 200;

/** What a negative operator is the opposite of. */
const OPPOSITES: Partial<Record<Operator, Operator>> = {
  neq: 'eq',
  notin: 'in',
  notlike: 'like',
  doesnotcontain: 'contains',
  notbegins: 'begins',
  notends: 'ends',
};

/**
 * A filter as a test of rows. As in SQL nothing compares with null, which only `isnull` finds.
 * @throws ApiError 400 for a field that does not exist, and for a value that is none of the field.
 */
export function compileFilter(model: AnyModel, filter: Filter, view: View): Predicate {
  if (!isGroup(filter)) return compileCondition(model, filter, view);
  const predicates = filter.filters.map((one) => compileFilter(model, one, view));
  if (filter.logic === 'or') return (row) => predicates.some((predicate) => predicate(row));
  return (row) => predicates.every((predicate) => predicate(row));
}

function compileCondition(model: AnyModel, condition: Condition, view: View): Predicate {
  const path = pathOf(model, condition.field, view);
  if (path === undefined) throw unknownField(condition.field);
  const { operator } = condition;
  if (operator === 'isnull') return (row) => isEmpty(path, row);
  if (operator === 'isnotnull') return (row) => !isEmpty(path, row);
  const opposite = OPPOSITES[operator];
  const test = testOf(path, { ...condition, operator: opposite ?? operator }, view);
  const holds = (value: Scalar) => value !== null && test(value);
  if (!path.many) {
    return opposite === undefined
      ? (row) => holds(path.value(row))
      : (row) => {
          const value = path.value(row);
          return value !== null && !test(value);
        };
  }
  return opposite === undefined ? (row) => path.values(row).some(holds) : (row) => !path.values(row).some(holds);
}

function isEmpty(path: Path, row: unknown): boolean {
  return path.many ? path.values(row).every((value) => value === null) : path.value(row) === null;
}

function testOf(path: Path, condition: Condition, view: View): Test {
  switch (path.kind) {
    case 'time':
      return timeTest(condition, view) ?? textTest(condition, (value) => view.clock.text(Number(value)), false);
    case 'number':
      return numberTest(condition) ?? textTest(condition, String, false);
    case 'flag':
      return flagTest(condition);
    case 'text':
      return numberOrder(condition) ?? textTest(condition, String, condition.ignoreCase);
    default:
      return textTest(condition, String, false);
  }
}

/** Compares by the wall clock, as the database does. Undefined where it is the text that matters. */
function timeTest(condition: Condition, view: View): Test | undefined {
  const { operator, field, values } = condition;
  if (!isComparison(operator)) return undefined;
  const walls = values.map((value) => {
    const wall = wallOf(value);
    if (wall === undefined) throw badValue(field);
    return wall;
  });
  return compare(operator, walls, (at) => view.clock.wall(Number(at)));
}

function numberTest({ operator, values }: Condition): Test | undefined {
  const numbers = values.map(Number);
  return isComparison(operator) && values.every((value, place) => value.trim() !== '' && !Number.isNaN(numbers[place]))
    ? compare(operator, numbers, Number)
    : undefined;
}

/** Text is put in order by its numbers where both sides are such, as custom fields are that hold amounts. */
function numberOrder(condition: Condition): Test | undefined {
  if (['eq', 'in'].includes(condition.operator)) return undefined;
  const test = numberTest(condition);
  return test && ((value) => String(value).trim() !== '' && !Number.isNaN(Number(value)) && test(value));
}

function flagTest({ operator, field, values }: Condition): Test {
  const wanted = values.map((value) => {
    if (['1', 'true'].includes(value.toLowerCase())) return true;
    if (['0', 'false', ''].includes(value.toLowerCase())) return false;
    throw badValue(field);
  });
  if (operator !== 'eq' && operator !== 'in') throw badValue(field);
  return (value) => wanted.includes(value === true);
}

function textTest(
  { operator, field, values }: Condition,
  textOf: (value: Scalar) => string,
  ignoreCase: boolean,
): Test {
  const form = ignoreCase ? folded : (text: string) => text;
  const wanted = values.map(form);
  const [first = '', second = ''] = wanted;
  const given = (value: Scalar) => form(textOf(value));
  switch (operator) {
    case 'eq':
    case 'in': {
      const set = new Set(wanted);
      return (value) => set.has(given(value));
    }
    case 'gt':
      return (value) => given(value) > first;
    case 'gte':
      return (value) => given(value) >= first;
    case 'lt':
      return (value) => given(value) < first;
    case 'lte':
      return (value) => given(value) <= first;
    case 'between':
      return (value) => given(value) >= first && given(value) <= second;
    case 'like':
      return (value) => isLike(given(value), first);
    case 'contains':
      return (value) => given(value).includes(first);
    case 'startswith':
    case 'begins':
      return (value) => given(value).startsWith(first);
    case 'endswith':
    case 'ends':
      return (value) => given(value).endsWith(first);
    case 'regexp': {
      const expression = expressionOf(field, values[0] ?? '');
      return (value) => expression.test(textOf(value));
    }
    default:
      throw badValue(field);
  }
}

function expressionOf(field: string, source: string): RegExp {
  if (source === '' || source.length > LONGEST_EXPRESSION) throw badValue(field);
  try {
    return new RegExp(source, 'iu');
  } catch {
    throw badValue(field);
  }
}

const COMPARISONS = ['eq', 'in', 'gt', 'gte', 'lt', 'lte', 'between'] as const;

function isComparison(operator: Operator): operator is (typeof COMPARISONS)[number] {
  return COMPARISONS.some((one) => one === operator);
}

function compare(
  operator: (typeof COMPARISONS)[number],
  wanted: readonly number[],
  numberOf: (value: Scalar) => number,
): Test {
  const [first = Number.NaN, second = Number.NaN] = wanted;
  switch (operator) {
    case 'eq':
      return (value) => numberOf(value) === first;
    case 'in': {
      const set = new Set(wanted);
      return (value) => set.has(numberOf(value));
    }
    case 'gt':
      return (value) => numberOf(value) > first;
    case 'gte':
      return (value) => numberOf(value) >= first;
    case 'lt':
      return (value) => numberOf(value) < first;
    case 'lte':
      return (value) => numberOf(value) <= first;
    case 'between': {
      return (value) => {
        const number = numberOf(value);
        return number >= first && number <= second;
      };
    }
  }
}
