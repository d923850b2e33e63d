const TOKEN = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|[{}[\]:]/g;

/**
 * The keys of the object at `path` in the order in which a JSON text has them. In an object of JavaScript the keys that are whole
 * numbers, such as names of tickets, come first and ascending, whatever order they were written in.
 */
export function keysInOrder(text: string, path: readonly string[]): string[] {
  const found: string[] = [];
  /** The key that is being read, of each object and list that is open. */
  const open: string[] = [];
  let last = '';
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') open.push('');
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':') {
      const key: string = JSON.parse(last);
      open[open.length - 1] = key;
      if (open.length === path.length + 1 && path.every((name, depth) => open[depth] === name)) found.push(key);
    } else last = token;
  }
  return found;
}
