/** Every text with the way to it, such as `.signIn.errors.secretKey`. */
export function textPaths(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([name, part]) => textPaths(part, `${path}.${name}`));
}
