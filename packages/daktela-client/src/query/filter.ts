import { invalid } from '../refusals.ts';

export type Scalar = string | number | boolean;

type Operator =
  | 'eq'
  | 'neq'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'contains'
  | 'doesnotcontain'
  | 'startswith'
  | 'endswith'
  | 'in'
  | 'notin'
  | 'isnull'
  | 'isnotnull'
  | 'between';

export interface Condition {
  field: string;
  operator: Operator;
  value: Scalar | readonly Scalar[];
}

export interface Group {
  logic: 'and' | 'or';
  filters: readonly Filter[];
}

export type Filter = Condition | Group;

/** What can be asked of one field. Times are texts as the instance writes them: see `createInstanceClock`. */
export interface FieldConditions {
  eq(value: Scalar): Condition;
  neq(value: Scalar): Condition;
  gt(value: Scalar): Condition;
  gte(value: Scalar): Condition;
  lt(value: Scalar): Condition;
  lte(value: Scalar): Condition;
  /** From `first` to `last`, both included. */
  between(first: Scalar, last: Scalar): Condition;
  /** @throws INVALID_INPUT for no values: Daktela would refuse it, and "any of nothing" is a mistake of the caller. */
  in(values: readonly Scalar[]): Condition;
  /** @throws INVALID_INPUT for no values. */
  notIn(values: readonly Scalar[]): Condition;
  isNull(): Condition;
  isNotNull(): Condition;
  /** Text anywhere in the field. `%` and `_` are themselves, not wildcards as they would be to `like`. */
  contains(text: string): Condition;
  doesNotContain(text: string): Condition;
  startsWith(text: string): Condition;
  endsWith(text: string): Condition;
}

/** `field('stage').eq('OPEN')`, `field('customFields.number').contains('600')`, `field('contact.account').eq('account_1')`. */
export function field(name: string): FieldConditions {
  const condition = (operator: Operator, value: Condition['value']): Condition => ({ field: name, operator, value });
  const anyOf = (operator: 'in' | 'notin', values: readonly Scalar[]): Condition => {
    if (values.length === 0) throw invalid(name, `The filter on ${name} lists no value. Give one, or leave it out.`);
    return condition(operator, [...values]);
  };
  const text = (operator: Operator, value: string): Condition => {
    if (value === '') throw invalid(name, `The text to look for in ${name} is empty. Give one, or leave it out.`);
    return condition(operator, value);
  };
  return {
    eq: (value) => condition('eq', value),
    neq: (value) => condition('neq', value),
    gt: (value) => condition('gt', value),
    gte: (value) => condition('gte', value),
    lt: (value) => condition('lt', value),
    lte: (value) => condition('lte', value),
    between: (first, last) => condition('between', [first, last]),
    in: (values) => anyOf('in', values),
    notIn: (values) => anyOf('notin', values),
    isNull: () => condition('isnull', true),
    isNotNull: () => condition('isnotnull', true),
    contains: (value) => text('contains', value),
    doesNotContain: (value) => text('doesnotcontain', value),
    startsWith: (value) => text('startswith', value),
    endsWith: (value) => text('endswith', value),
  };
}

/** All of these. What is undefined is left out; of nothing it is undefined, which is no filter. */
export function and(first: Filter, ...more: (Filter | undefined)[]): Filter;
export function and(...filters: (Filter | undefined)[]): Filter | undefined;
export function and(...filters: (Filter | undefined)[]): Filter | undefined {
  const given = filters.filter((filter) => filter !== undefined);
  return given.length > 1 ? { logic: 'and', filters: given } : given[0];
}

/**
 * Any of these.
 * @throws INVALID_INPUT for none: it would match nothing, or everything, depending on who reads it.
 */
export function or(...filters: Filter[]): Filter {
  const [first] = filters;
  if (first === undefined) throw invalid('filter', 'An OR of nothing matches nothing. Give a filter, or leave it out.');
  return filters.length > 1 ? { logic: 'or', filters } : first;
}
