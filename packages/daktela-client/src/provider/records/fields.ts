import type { Ref } from '@voxolib/telephony/contact-centre';
import { daktelaContract } from '../../contract.ts';
import { readRef, readRefs } from '../../readers/ref.ts';
import { readNumber, readSeconds, readText } from '../../readers/scalars.ts';
import type { WireRow } from '../../reply/page.ts';
import { present } from '../present.ts';

/** A reference; where the user may see no more than a title, that stands for the key. */
export function toRef(value: unknown): Ref | undefined {
  const ref = readRef(value);
  const id = ref?.id ?? ref?.title;
  return id === undefined ? undefined : present({ id, title: ref?.title });
}

export function toRefs(value: unknown): Ref[] {
  return readRefs(value).flatMap((one) => toRef({ name: one.id, title: one.title }) ?? []);
}

export function toSeconds(value: unknown): number | undefined {
  const seconds = readSeconds(value);
  return seconds === undefined ? undefined : Math.round(seconds);
}

/** A whole number that may be negative, as time left before a deadline is. */
export function toWhole(value: unknown): number | undefined {
  const number = readNumber(value);
  return number === undefined ? undefined : Math.round(number);
}

/** The vendor's words in capitals, as ours. */
export function toWord(value: unknown): string | undefined {
  return readText(value)?.toLowerCase();
}

export function isRow(value: unknown): value is WireRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function rowsOf(value: unknown): WireRow[] {
  const list = Array.isArray(value) ? value : isRow(value) ? Object.values(value) : [];
  return list.filter(isRow);
}

export function toTicketUrl(url: string, ticket: Ref | undefined): string | undefined {
  return ticket === undefined || !/^\d+$/.test(ticket.id)
    ? undefined
    : `${url}${daktelaContract.ticketPage.value}${ticket.id}`;
}

/** What is asked for of that activity: whole, it holds a hundred times as much as what it belongs to. */
export const ofActivity = ['activities.name', 'activities.ticket.name', 'activities.ticket.title'];

/** The activity that a call, a mail or a chat is the content of, with its ticket. */
export function toActivityOf(value: unknown, url: string) {
  const [first] = Array.isArray(value) ? value : [value];
  const activity = toRef(first)?.id;
  const ticket = isRow(first) ? toRef(first.ticket) : undefined;
  return present({ activity, ticket, ticket_url: toTicketUrl(url, ticket) });
}

/** Names of files. Pictures within the text of a mail are none. */
export function toFileNames(...lists: unknown[]): string[] | undefined {
  const files = lists.flatMap(rowsOf).filter(({ inline }) => inline !== true && inline !== 1 && inline !== '1');
  const names = files.flatMap(({ title, file }) => readText(title) ?? readText(file) ?? []);
  return names.length === 0 ? undefined : [...new Set(names)];
}

const directions: Readonly<Record<string, string>> = { in: 'inbound', out: 'outbound', internal: 'internal' };

export function toDirection(value: unknown): string | undefined {
  const word = toWord(value);
  return word === undefined ? undefined : (directions[word] ?? word);
}
