import { type Span, withoutOverlap } from './spans.ts';

/** A name by which several people of an answer are called. */
export const SOMEBODY = '?';

/** The key of somebody who may be named; like the one above, it is the key of nobody, which has letters only. */
const OPEN = '';

/** Parts of names that say nothing of who it is. */
const TITLES = new Set(
  'mgr ing mudr judr phdr bc pan pani pane slecna mrs miss madame monsieur mme mlle herr frau the'.split(' '),
);
/** Words that are also first names: a name only where they begin with a capital. */
const COMMON = new Set(['will', 'may', 'mark']);
const SHORTEST_PART = 3;
/** From here on a part of a name is known in small letters too, and, with a capital, whatever ending a sentence gives it. */
const LONG_PART = 4;
/** From here on also in small letters, as machines write down what was said. */
const VERY_LONG_PART = 6;

/** The people of an answer, known by their names. */
export interface People {
  /** Somebody who must not be named. */
  add(name: string): void;
  /** Somebody who may be: their whole name is left as it is. */
  addOpen(name: string): void;
  find(text: string): Span[];
}

/** The same for every way to write the name of one person: in either order, with or without accents and capitals. */
export function personKey(name: string): string {
  return wordsOf(name).sort().join(' ');
}

export function createPeople(): People {
  const hidden = new Map<string, string[]>();
  const open = new Map<string, string[]>();
  let finder: ((text: string) => Span[]) | undefined;
  const addTo = (map: Map<string, string[]>, name: string) => {
    const words = wordsOf(name);
    const whole = words.join(' ');
    if (words.length === 0 || map.has(whole)) return;
    map.set(whole, words);
    finder = undefined;
  };
  return {
    add: (name) => addTo(hidden, name),
    addOpen: (name) => addTo(open, name),
    find(text) {
      finder ??= createFinder([...hidden.values()], [...open.values()]);
      return finder(text);
    },
  };
}

function createFinder(hidden: readonly string[][], open: readonly string[][]): (text: string) => Span[] {
  const wholes = hidden.flatMap((words) => orders(words).map((order) => [order, [...words].sort().join(' ')] as const));
  const whole = matcher(wholes);
  const kept = matcher(
    open.filter((words) => words.length > 1).flatMap((words) => orders(words).map((order) => [order, OPEN] as const)),
  );
  const parts = partsOf(hidden);
  const part = partMatcher([...parts.keys()]);
  const partsIn = (text: string, folded: string): Span[] =>
    (part === undefined ? [] : [...folded.matchAll(part)]).flatMap(({ 0: found, index }) => {
      const end = index + found.length;
      const key = keyOfPart(found, text.slice(index, end), parts);
      return key === undefined ? [] : [{ start: index, end, key }];
    });
  return (text) => {
    const folded = fold(text);
    // Who is both open and hidden, by the same name, is hidden.
    const spans = withoutOverlap([whole(folded), kept(folded), partsIn(text, folded)]);
    return joined(
      spans.filter(({ key }) => key !== OPEN),
      folded,
    );
  };
}

/** Names of one word are found with their parts' rules; a name of digits alone is found as a number. */
function matcher(names: readonly (readonly [string, string])[]): (folded: string) => Span[] {
  const keys = new Map(names);
  const sorted = [...keys.keys()]
    .filter((name) => name.length >= SHORTEST_PART)
    .sort((one, other) => other.length - one.length);
  if (sorted.length === 0) return () => [];
  const pattern = sorted.map((name) => name.split(' ').map(escaped).join(String.raw`[\s,._'-]+`)).join('|');
  const form = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${pattern})(?![\p{L}\p{N}])`, 'gu');
  return (folded) =>
    [...folded.matchAll(form)].flatMap(({ 0: found, index }) => {
      const key = keys.get(found.split(/[\s,._'-]+/u).join(' '));
      return key === undefined ? [] : [{ start: index, end: index + found.length, key }];
    });
}

/** To whom each part of a name belongs. Names with digits in them, such as those of visitors, have no parts. */
function partsOf(hidden: readonly string[][]): Map<string, string> {
  const parts = new Map<string, string>();
  for (const words of hidden) {
    if (words.some((word) => /\p{N}/u.test(word))) continue;
    const key = [...words].sort().join(' ');
    for (const word of words) {
      if (word.length < SHORTEST_PART || TITLES.has(word)) continue;
      const known = parts.get(word);
      parts.set(word, known === undefined || known === key ? key : SOMEBODY);
    }
  }
  return parts;
}

function partMatcher(parts: readonly string[]): RegExp | undefined {
  if (parts.length === 0) return undefined;
  const stems = [...new Set(parts.flatMap((part) => [part, stemOf(part)]))].sort(
    (one, other) => other.length - one.length,
  );
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${stems.map(escaped).join('|')})\p{L}{0,3}(?![\p{L}\p{N}])`, 'gu');
}

function keyOfPart(found: string, written: string, parts: ReadonlyMap<string, string>): string | undefined {
  const capital = /^\p{Lu}/u.test(written);
  const exact = parts.get(found);
  if (exact !== undefined) {
    return capital || (found.length >= LONG_PART && !COMMON.has(found)) ? exact : undefined;
  }
  const shortest = capital ? LONG_PART : VERY_LONG_PART;
  const ending = [...parts].filter(([part]) => {
    const stem = stemOf(part);
    return part.length >= shortest && found.startsWith(stem) && found.length - stem.length <= 3;
  });
  const keys = new Set(ending.map(([, key]) => key));
  return keys.size > 1 ? SOMEBODY : [...keys][0];
}

/** What stays of a name when a sentence changes its ending. */
function stemOf(part: string): string {
  return part.length >= LONG_PART ? part.replace(/[aeiouy]$/u, '') : part;
}

/** Parts that follow each other and belong to one person are one. */
function joined(spans: readonly Span[], text: string): Span[] {
  const all: Span[] = [];
  for (const span of spans) {
    const last = all.at(-1);
    const follows = last !== undefined && /^[\s,._'-]+$/u.test(text.slice(last.end, span.start));
    if (follows && (last.key === span.key || last.key === SOMEBODY || span.key === SOMEBODY)) {
      const key = last.key === SOMEBODY ? span.key : last.key;
      all[all.length - 1] = { start: last.start, end: span.end, key };
    } else all.push(span);
  }
  return all;
}

function orders(words: readonly string[]): string[] {
  const [first = '', ...others] = words;
  const last = words.at(-1) ?? '';
  return [words.join(' '), [...others, first].join(' '), [last, ...words.slice(0, -1)].join(' ')];
}

function wordsOf(name: string): string[] {
  return fold(name.normalize('NFC')).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** In small letters and without accents, each character in its place. The text must be in NFC. */
function fold(text: string): string {
  return Array.from(text.split(''), (character) => {
    if (character <= '\u007f') return character.toLowerCase();
    const bare = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    return bare.length === 1 ? bare : character;
  }).join('');
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
