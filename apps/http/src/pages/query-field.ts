/** A field of an address's query, without the space around it; empty when it is not there, undefined when it is twice. */
export function field(query: unknown, name: string): string | undefined {
  const value: unknown = typeof query === 'object' && query !== null ? Reflect.get(query, name) : undefined;
  if (value === undefined) return '';
  return typeof value === 'string' ? value.trim() : undefined;
}
