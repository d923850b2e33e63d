const PLAIN_NAME = /^[A-Za-z_][A-Za-z0-9_-]{0,39}$/;
const MOST_NAMES = 30;
const DEEPEST = 6;

/**
 * The shape of a reply without its values: names and types. Of a list, the first item stands for all.
 * A name that does not look like one may be a value, and is left out.
 */
export function sketch(value: unknown, depth = 0): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'text';
  if (typeof value !== 'object') return typeof value;
  if (depth === DEEPEST) return '…';
  if (Array.isArray(value)) {
    return value.length === 0 ? '[]' : `[${sketch(value[0], depth + 1)} × ${value.length}]`;
  }
  const entries = Object.entries(value);
  const parts = entries
    .slice(0, MOST_NAMES)
    .map(([name, part]) => `${PLAIN_NAME.test(name) ? name : '…'}: ${sketch(part, depth + 1)}`);
  if (entries.length > MOST_NAMES) parts.push('…');
  return `{${parts.join(', ')}}`;
}
