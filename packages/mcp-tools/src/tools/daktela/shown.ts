import { localTimeIn } from '@voxolib/telephony';
import type { Ref } from '@voxolib/telephony/contact-centre';
import { plain } from '../../text.ts';

/** How records are put before a reader. */
export interface View {
  tz: string;
  /** Longest text of a mail, a message, a description, in characters. */
  text: number;
  /** Told of every text that was cut. */
  cut(): void;
}

/** Longest name, subject or value of a field. */
const LONGEST_NAME = 300;
const LONG_TEXTS = new Set(['text', 'description']);
const TIMES = /^(?:\w+_)?(?:at|since)$/;

/**
 * A record as an answer holds it: times by the caller's clock, other records by title and id side by side, nothing that is empty. Names
 * have no line breaks, control characters or marks of a fence; descriptions and texts, whoever wrote them, stand inside a fence.
 */
export function shown(record: object, view: View): Record<string, unknown> {
  const fields = Object.entries(record).flatMap(([key, value]): [string, unknown][] => {
    if (value === undefined || value === null || value === '') return [];
    const name = nameIn(key);
    if (isRef(value)) return refFields(name, value);
    const part = shownPart(key, value, view);
    return isEmpty(part) ? [] : [[name, part]];
  });
  return Object.fromEntries(fields);
}

function shownPart(key: string, value: unknown, view: View): unknown {
  if (typeof value === 'string') {
    if (TIMES.test(key)) return shownTime(value, view.tz);
    return LONG_TEXTS.has(key) ? quoted(value, view) : nameIn(value);
  }
  if (Array.isArray(value)) return value.map((item) => (isRef(item) ? refText(item) : shownPart('', item, view)));
  return typeof value === 'object' && value !== null ? shown(value, view) : value;
}

/** A time by the caller's clock, with its offset. */
export function shownTime(utc: string, tz: string): string {
  const time = new Date(utc);
  return Number.isNaN(time.getTime()) ? nameIn(utc) : localTimeIn(tz, time);
}

/** What somebody wrote or said, between marks that it cannot hold itself; ¶ is where a paragraph ends. */
export function quoted(words: string, { text: most, cut }: Pick<View, 'text' | 'cut'>): string {
  const left = words.length - most;
  if (left > 0) cut();
  const kept = words
    .slice(0, most)
    .trim()
    .replaceAll(/\s*\n\s*\n\s*/g, ' ¶ ');
  return `⟦${unmarked(kept)}${left > 0 ? `… (${left} more characters)` : ''}⟧`;
}

/** A name on one line, cut where it is absurdly long. */
export function nameIn(text: string, most = LONGEST_NAME): string {
  const name = unmarked(text.slice(0, most + 1));
  return name.length > most ? `${name.slice(0, most)}…` : name;
}

/** `Alice Demo (alice.demo)` */
export function refText({ id, title }: Ref): string {
  return title === undefined ? nameIn(id) : `${nameIn(title)} (${nameIn(id)})`;
}

function unmarked(text: string): string {
  return plain(text)
    .replaceAll('⟦', '(')
    .replaceAll('⟧', ')')
    .replaceAll(/\s{2,}/g, ' ')
    .trim();
}

function refFields(name: string, { id, title }: Ref): [string, string][] {
  return [...(title === undefined ? [] : [[name, nameIn(title)] as [string, string]]), [`${name}_id`, nameIn(id)]];
}

function isRef(value: unknown): value is Ref {
  if (typeof value !== 'object' || value === null || !('id' in value)) return false;
  return Object.keys(value).every((key) => key === 'id' || key === 'title');
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
