import type { Cell, Table } from './answer.ts';

/** The plain members of an object, a line each; what is inside an object is named `outer.inner`. */
export function factsTable(facts: object, title?: string): Table {
  return { ...(title !== undefined && { title }), headings: ['fact', 'value'], rows: lines(facts, '') };
}

function lines(facts: object, before: string): Cell[][] {
  return Object.entries(facts).flatMap(([name, value]): Cell[][] => {
    const key = `${before}${name}`;
    if (Array.isArray(value)) return [[key, value.map(textOf).join('; ')]];
    if (typeof value === 'object' && value !== null) return lines(value, `${key}.`);
    return value === undefined ? [] : [[key, value as Cell]];
  });
}

function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
