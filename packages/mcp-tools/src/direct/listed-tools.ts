/** Sets of tools whose list is kept as JSON; there are as many as kinds of callers, which is few. */
const KEPT = 50;

/** Serialises `tools/list` once for each set of tools that callers are offered. The tools themselves must not change. */
export function createListedTools(
  cacheFields: Readonly<Record<string, unknown>>,
): (tools: readonly { name: string }[]) => string {
  const kept = new Map<string, string>();
  return (tools) => {
    const set = tools.map(({ name }) => name).join(' ');
    const known = kept.get(set);
    if (known !== undefined) return known;
    const json = JSON.stringify({ tools, resultType: 'complete', ...cacheFields }).slice(1, -1);
    if (kept.size >= KEPT) kept.clear();
    kept.set(set, json);
    return json;
  };
}
