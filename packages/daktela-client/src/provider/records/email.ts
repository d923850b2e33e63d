import type { Email } from '@voxolib/telephony/contact-centre';
import { readFlag, readText } from '../../readers/scalars.ts';
import type { WireRow } from '../../reply/page.ts';
import { present } from '../present.ts';
import type { Reading } from '../reading.ts';
import { htmlToText } from '../text/html-text.ts';
import { withoutQuotes } from '../text/quoted-history.ts';
import { isRow, rowsOf, toActivityOf, toDirection, toFileNames, toRef, toSeconds, toWord } from './fields.ts';

/** Daktela's mail in our words, its body as plain text, without the mails that it quotes unless they are wanted. */
export async function toEmail(row: WireRow, reading: Reading, quotes = false): Promise<Email> {
  const headers = isRow(row.options) && isRow(row.options.headers) ? row.options.headers : {};
  return present({
    id: readText(row.name) ?? '',
    at: reading.time(row.time),
    title: readText(row.title),
    address: readText(row.address),
    direction: toDirection(row.direction) ?? 'unknown',
    state: toWord(row.state),
    answered: readFlag(row.answered),
    queue: toRef(row.queue),
    agent: toRef(row.user),
    contact: toRef(row.contact),
    ...toActivityOf(row.activities, reading.url),
    waiting_s: toSeconds(row.wait_time),
    duration_s: toSeconds(row.duration),
    from: toAddresses(headers.from),
    to: toAddresses(headers.to),
    cc: toAddresses(headers.cc)?.map(written).join(', ') ?? readText(headers.cc),
    attachments: toFileNames(row.attachments, row.files),
    ...(await toBody(readText(row.text), quotes)),
  });
}

async function toBody(html: string | undefined, quotes: boolean): Promise<Pick<Email, 'text' | 'quotes_left_out'>> {
  if (html === undefined) return {};
  const text = await htmlToText(html, { style: 'plain' });
  if (quotes) return { text, quotes_left_out: false };
  const own = withoutQuotes(text);
  return { text: own.text, quotes_left_out: own.leftOut };
}

interface Address {
  address: string;
  name?: string | undefined;
}

function toAddresses(value: unknown): Address[] | undefined {
  const addresses = rowsOf(value).flatMap(({ address, display }) => {
    const found = readText(address);
    return found === undefined ? [] : [present({ address: found, name: readText(display) })];
  });
  return addresses.length === 0 ? undefined : addresses;
}

function written({ address, name }: Address): string {
  return name === undefined ? address : `${name} <${address}>`;
}
