/** Finds what was added under a hash. Two things may have one hash: whoever asks compares what it finds. */
export interface HashIndex {
  /** Adds the next thing: the first is 0. */
  add(hash: number): void;
  /** The first thing of this hash, in no order, for which `is` holds. */
  find(hash: number, is: (thing: number) => boolean): number | undefined;
  /** Gives the memory back at once. */
  free(): void;
}

export function createHashIndex(): HashIndex {
  let hashes = new Int32Array(1024);
  /** A thing and one more, at the first free place from that of its hash on; 0 is free. */
  let slots = new Int32Array(4096);
  let count = 0;

  function put(thing: number): void {
    const last = slots.length - 1;
    let slot = spread(hashes[thing] ?? 0) & last;
    while (slots[slot] !== 0) slot = (slot + 1) & last;
    slots[slot] = thing + 1;
  }

  function grow(): void {
    const [before, length] = [hashes, slots.length * 2];
    hashes = new Int32Array(count * 2);
    hashes.set(before);
    before.buffer.transfer(0);
    slots.buffer.transfer(0);
    slots = new Int32Array(length);
    for (let thing = 0; thing < count; thing += 1) put(thing);
  }

  return {
    add(hash) {
      if (count === hashes.length) grow();
      hashes[count] = hash;
      put(count);
      count += 1;
    },
    find(hash, is) {
      const last = slots.length - 1;
      for (let slot = spread(hash | 0) & last; ; slot = (slot + 1) & last) {
        const thing = (slots[slot] ?? 0) - 1;
        if (thing === -1) return undefined;
        if (hashes[thing] === (hash | 0) && is(thing)) return thing;
      }
    },
    free() {
      hashes.buffer.transfer(0);
      slots.buffer.transfer(0);
    },
  };
}

/** FNV-1a over the units of a text. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash | 0;
}

/** Hashes that differ little, such as those of one second and the next, to places that are far apart. */
function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  return mixed ^ (mixed >>> 15);
}
