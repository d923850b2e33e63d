/** The value at `place`, field names joined by dots; undefined when there is none. The empty place is the whole. */
export function dig(value: unknown, place: string): unknown {
  if (place === '') return value;
  let part = value;
  for (const name of place.split('.')) {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, name)) return undefined;
    part = (part as Record<string, unknown>)[name];
  }
  return part;
}
