/** Random numbers that follow from a seed: a property test then generates one number instead of a tree of values. */
export interface Random {
  /** A whole number of 0 to below `below`. */
  below(below: number): number;
  /** One of `values`. */
  one<Value>(values: readonly [Value, ...Value[]]): Value;
}

/** mulberry32 */
export function randomFrom(seed: number): Random {
  let state = seed;
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const below = (most: number) => Math.floor(next() * most);
  return { below, one: (values) => values[below(values.length)] ?? values[0] };
}
