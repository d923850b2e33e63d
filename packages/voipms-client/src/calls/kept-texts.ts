/** Short texts in their order, outside the heap: a garbage collector has no work with them, however many there are. */
export interface KeptTexts {
  add(text: string): void;
  at(index: number): string;
  is(index: number, text: string): boolean;
  /** Gives the memory back at once. */
  free(): void;
}

/** Blocks instead of one that grows: what was outgrown would stay in memory until the heap, which is small, is collected. */
const BLOCK_BYTES = 64 * 1024;
const BLOCK_TEXTS = 16 * 1024;
const WIDEST = 0xff;

export function createKeptTexts(): KeptTexts {
  const blocks: Buffer<ArrayBuffer>[] = [];
  /** Where each text begins, counted over all blocks, and how long it is. */
  const places: Uint32Array<ArrayBuffer>[] = [];
  /** Those with a character that is no byte, and those that are too long for a block. */
  const others = new Map<number, string>();
  let count = 0;
  let used = 0;

  function write(text: string): boolean {
    if (text.length > BLOCK_BYTES) return false;
    if ((used % BLOCK_BYTES) + text.length > BLOCK_BYTES) used = Math.ceil(used / BLOCK_BYTES) * BLOCK_BYTES;
    const start = used % BLOCK_BYTES;
    const number = Math.floor(used / BLOCK_BYTES);
    // Not of Node's pool, and not cleared.
    const block = blocks[number] ?? Buffer.allocUnsafeSlow(BLOCK_BYTES);
    blocks[number] = block;
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      if (unit > WIDEST) return false;
      block[start + index] = unit;
    }
    return true;
  }

  function placeOf(index: number): { block: Buffer | undefined; start: number; length: number } {
    const some = places[Math.floor(index / BLOCK_TEXTS)];
    const place = some?.[(index % BLOCK_TEXTS) * 2] ?? 0;
    const length = some?.[(index % BLOCK_TEXTS) * 2 + 1] ?? 0;
    return { block: blocks[Math.floor(place / BLOCK_BYTES)], start: place % BLOCK_BYTES, length };
  }

  return {
    add(text) {
      const length = write(text) ? text.length : 0;
      if (length !== text.length) others.set(count, text);
      const number = Math.floor(count / BLOCK_TEXTS);
      const some = places[number] ?? new Uint32Array(BLOCK_TEXTS * 2);
      places[number] = some;
      some[(count % BLOCK_TEXTS) * 2] = used;
      some[(count % BLOCK_TEXTS) * 2 + 1] = length;
      used += length;
      count += 1;
    },
    at(index) {
      const { block, start, length } = placeOf(index);
      return others.get(index) ?? block?.toString('latin1', start, start + length) ?? '';
    },
    is(index, text) {
      const other = others.get(index);
      if (other !== undefined) return other === text;
      const { block, start, length } = placeOf(index);
      if (length !== text.length) return false;
      for (let place = 0; place < length; place += 1) {
        if (block?.[start + place] !== text.charCodeAt(place)) return false;
      }
      return true;
    },
    free() {
      for (const { buffer } of [...blocks, ...places]) buffer.transfer(0);
    },
  };
}
