import { findEmailAddresses } from './email-addresses.ts';
import { createPeople, personKey, SOMEBODY } from './people.ts';
import { type FieldKind, fieldKind } from './personal-fields.ts';
import { findPhoneNumbers, phoneKey, sameNumbers } from './phone-numbers.ts';
import { replaceSpans, type Span, withoutOverlap } from './spans.ts';

/**
 * Puts stand-ins in the place of people's names, numbers and addresses. Whoever or whatever is the same has the same stand-in, in every
 * answer that one mask is used for. What it stands for cannot be found from it, and nothing real looks like one.
 */
export interface Mask {
  /** The same data with stand-ins. Ids and links stay, for the next call; agents' names too, for reports by agent. */
  data<Data extends object>(data: Data): Data;
  /** A text, such as that of an error, and the names of people in it; those of data that was masked before are known too. */
  text(text: string, names?: readonly string[]): string;
}

/** A stand-in, as a caller may give one back by mistake. */
export const STAND_IN = /‹(?:person|phone|e-mail)(?: \d+)?›/u;

type Kind = 'person' | 'phone' | 'e-mail';

export function createMask(): Mask {
  const people = createPeople();
  const phones = new Set<string>();
  let same: ((key: string) => string) | undefined;
  const counted: Record<Kind, Map<string, number>> = { person: new Map(), phone: new Map(), 'e-mail': new Map() };

  const standIn = (kind: Kind, key: string) => {
    const number = counted[kind].get(key) ?? counted[kind].size + 1;
    counted[kind].set(key, number);
    return `‹${kind} ${number}›`;
  };

  const learn = (text: string, kind: FieldKind) => {
    if (kind === 'plain') return;
    const clean = withoutMarks(text);
    if (kind === 'agent') people.addOpen(clean);
    if (kind === 'person' && isName(clean)) people.add(nameAndId(clean).name);
    if (kind === 'phone' && isNumber(clean)) phones.add(phoneKey(clean));
    for (const { key } of findPhoneNumbers(clean)) phones.add(key);
    for (const name of namesBeforeAddresses(clean)) people.add(name);
    for (const { speaker, name } of speakersIn(clean)) {
      if (speaker === 'agent' || speaker === 'bot') people.addOpen(name);
      else if (isName(name)) people.add(name);
    }
  };

  const hide = (text: string, kind: FieldKind): string => {
    if (kind === 'plain') return text;
    const clean = withoutMarks(text);
    same ??= sameNumbers(phones);
    const one = same;
    if (kind === 'agent') return replaceMarked(clean, [findEmailAddresses(clean), findPhoneNumbers(clean)], one);
    if (kind === 'phone' && isNumber(clean)) return standIn('phone', one(phoneKey(clean)));
    if (kind === 'person' && isName(clean)) {
      const { name, id } = nameAndId(clean);
      return standIn('person', personKey(name)) + id;
    }
    return replaceMarked(clean, [findEmailAddresses(clean), findPhoneNumbers(clean)], one, people.find(clean));
  };

  const replaceMarked = (
    text: string,
    [addresses, found]: [Span[], Span[]],
    one: (key: string) => string,
    named: readonly Span[] = [],
  ) => {
    const marked = (spans: readonly Span[], wordsFor: (key: string) => string) =>
      spans.map((span) => ({ ...span, key: wordsFor(span.key) }));
    const spans = withoutOverlap([
      marked(addresses, (key) => standIn('e-mail', key)),
      marked(found, (key) => standIn('phone', one(key))),
      marked(named, (key) => (key === SOMEBODY ? '‹person›' : standIn('person', key))),
    ]);
    return replaceSpans(text, spans, ({ key }) => key);
  };

  return {
    data(data) {
      same = undefined;
      walk(data, (text, kind) => {
        learn(text, kind);
        return text;
      });
      return walk(data, hide) as typeof data;
    },
    text(text, names = []) {
      for (const name of names) learn(name, 'person');
      return hide(text, 'words');
    },
  };
}

/** The same structure with every text put through `change`, which is told what the text is. */
function walk(
  value: unknown,
  change: (text: string, kind: FieldKind) => string,
  under = '',
  kind: FieldKind = 'words',
): unknown {
  if (typeof value === 'string') return change(value, isInstant(value) ? 'plain' : kind);
  if (Array.isArray(value)) return value.map((part) => walk(part, change, under, kind));
  if (typeof value !== 'object' || value === null) return value;
  const record = value as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(record).map(([name, part]) => [name, walk(part, change, name, fieldKind(name, record, under))]),
  );
}

/** Nothing that was written by anybody looks like a stand-in, and no name or number is there in part, at the end of what was cut. */
function withoutMarks(text: string): string {
  return wholeWords(text.normalize('NFC').replaceAll('‹', '(').replaceAll('›', ')'));
}

function wholeWords(text: string): string {
  const cut = /…(?: \(\d+ more characters\))?⟧?$/u.exec(text)?.index;
  if (cut === undefined) return text;
  let end = cut;
  while (end > 0 && /\S/u.test(text.charAt(end - 1))) end -= 1;
  while (end > 0 && /[\d\s+()./-]/u.test(text.charAt(end - 1))) end -= 1;
  // Where one word is all there is, it was cut as a whole.
  return `${text.slice(0, end === 0 && text.startsWith('⟦') ? 1 : end)} ${text.slice(cut)}`.trimStart();
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/.test(text);
}

/** True for what a person is called by, and not reached by. */
function isName(text: string): boolean {
  return /\p{L}/u.test(text) && !/[@＠]/u.test(text);
}

/** `Jana Vzorová (contact_0001)`, as records stand in lists: ids stay. */
function nameAndId(text: string): { name: string; id: string } {
  const [, name = text, id = ''] = /^(.+?)( \([\w.-]*\d[\w.-]*\))$/u.exec(text) ?? [];
  return { name, id };
}

/** True for what is a number as a whole, withheld and short ones too. */
function isNumber(text: string): boolean {
  return (
    /^[+＋(]?[\d０-９][\d０-９\s\-‐-―−./()·•]*$/u.test(text.trim()) && text.replace(/\D/g, '').length >= SHORTEST_NUMBER
  );
}

const SHORTEST_NUMBER = 5;

/** `Jana Vzorová <jana@example.test>`, as the heads of mails have it. */
function namesBeforeAddresses(text: string): string[] {
  return [...text.matchAll(/(?:^|[,;:]\s*)"?([\p{L}][\p{L} .'-]{1,80}?)"?\s*<[^<>\s]+@/gu)].flatMap(({ 1: name }) =>
    name === undefined ? [] : [name],
  );
}

/** `customer (Jana): …`, as conversations are written down in one text. */
function speakersIn(text: string): { speaker: string; name: string }[] {
  const turns = text.matchAll(/(?<![\p{L}\p{N}])(customer|unknown|agent|bot) \(([^()]{1,100})\)(?: \(private\))?:/gu);
  return [...turns].map(([, speaker = '', name = '']) => ({ speaker, name }));
}
