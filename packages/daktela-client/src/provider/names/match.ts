import type { Ref } from '@voxolib/telephony/contact-centre';
import { invalid } from '../../refusals.ts';
import { fold } from './fold.ts';

/** What a name may be looked for among. `other` are further names of the same, such as an alias. */
export interface Candidate extends Ref {
  other?: string | undefined;
}

const MOST_SHOWN = 10;
const LONGEST_NAME = 200;

/** What a filter is about, in words: "agent", "agents". */
export interface Subject {
  /** The name of the filter. */
  filter: string;
  /** Whom it names, in the plural. */
  many: string;
  /** What to do to find out how they are called. */
  look: string;
}

/**
 * The one that a name means: by its id, else by its title, else the only one whose title or id holds all words of it.
 * @throws INVALID_INPUT with the candidates when several fit, and with where to look when none does.
 */
export function matchOne(asked: string, candidates: readonly Candidate[], subject: Subject, total?: number): Ref {
  const hits = bestHits(asked, candidates);
  const [only] = hits;
  if (only !== undefined && hits.length === 1) return toRef(only);
  if (only === undefined) throw noHit(asked, subject, candidates);
  throw severalHits(asked, hits, subject, total);
}

/** Those that fit best: by id, by title, or in part. */
export function bestHits<One extends Candidate>(asked: string, candidates: readonly One[]): One[] {
  const wanted = fold(asked);
  const exact = candidates.filter(({ id }) => id === asked.trim());
  if (exact.length > 0) return exact;
  const called = candidates.filter(({ id, title, other }) => [id, title, other].some((one) => same(one, wanted)));
  if (called.length > 0) return called;
  const words = wanted.split(' ');
  return candidates.filter(({ id, title = '', other = '' }) => {
    const text = fold(`${title} ${other} ${id}`);
    return words.every((word) => text.includes(word));
  });
}

function same(text: string | undefined, wanted: string): boolean {
  return text !== undefined && fold(text) === wanted;
}

/** @throws INVALID_INPUT for what cannot be a name. */
export function checkName(asked: string, { filter, many }: Subject): string {
  const name = asked.trim();
  if (name === '') throw invalid(filter, `${filter} is empty. Name one of the ${many}, or leave it out.`);
  if (name.length > LONGEST_NAME || /[\p{Cc}\p{Cs}]/u.test(name)) {
    throw invalid(filter, `${filter} holds what no name of ${many} has.`);
  }
  return name;
}

function labelOf({ id, title }: Candidate): string {
  return title === undefined ? id : `${title} (${id})`;
}

function toRef({ id, title }: Candidate): Ref {
  return title === undefined ? { id } : { id, title };
}

/** Where there are few, they are named, which saves whoever asks from looking. */
export function noHit(asked: string, { filter, many, look }: Subject, all: readonly Candidate[] = []) {
  const few = all.length > 0 && all.length <= MOST_SHOWN;
  const next = few ? `There are: ${all.map(labelOf).join('; ')}.` : look;
  return invalid(filter, `No such ${filter}: none of the ${many} is called "${asked}". ${next}`);
}

export function severalHits(asked: string, hits: readonly Candidate[], { filter, many }: Subject, total = hits.length) {
  const shown = hits.slice(0, MOST_SHOWN).map(labelOf);
  const more = total > shown.length ? `, and ${total - shown.length} more` : '';
  const message = `${filter} "${asked}" fits several ${many}: ${shown.join('; ')}${more}. Give the id of one.`;
  return invalid(filter, message, many === 'contacts' ? hits.map(({ title = '' }) => title) : []);
}
