import { readText } from './scalars.ts';

/**
 * Custom fields by key, each with its values as texts; keys without a value are left out. Daktela sends an object of lists,
 * in which a list may be empty or hold null, and `[]` where there are none.
 */
export function readCustomFields(value: unknown): Record<string, string[]> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const fields = Object.entries(value).map(([key, content]): [string, string[]] => [key, readValues(content)]);
  return Object.fromEntries(fields.filter(([, values]) => values.length > 0));
}

function readValues(content: unknown): string[] {
  const list = Array.isArray(content) ? content : [content];
  return list
    .map((one) => (typeof one === 'boolean' ? String(one) : readText(one)))
    .filter((text) => text !== undefined);
}
