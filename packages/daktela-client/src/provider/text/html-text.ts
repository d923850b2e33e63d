import { setImmediate } from 'node:timers/promises';
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { createTextWriter, type TextStyle } from './text-writer.ts';

/** Characters between which others get their turn: some milliseconds of work. */
const SLICE = 64 * 1024;
const MARKUP = /<(?:\/?[a-z][a-z0-9]*(?:[\s>/]|$)|!--|!doctype)/i;

export interface HtmlTextOptions {
  style: TextStyle;
  /** What relative links are relative to. */
  baseUrl?: string;
}

/**
 * The words of an HTML text, in lines as a reader would see them. Scripts, styles and comments are dropped, entities decoded, quoted
 * parts marked with `>`, and links kept beside their words. Plain text comes through as it is. However it is nested, the work grows with
 * its length alone, and it is done in slices: mails are written by strangers.
 */
export async function htmlToText(html: string, options: HtmlTextOptions): Promise<string> {
  if (!MARKUP.test(html)) return tidy(html.replaceAll(/\r\n?/g, '\n'));
  const writer = createTextWriter(options.style);
  const tokenizer = new Tokenizer({ decodeEntities: true }, readTokens(html, writer, options.baseUrl));
  for (let start = 0; start < html.length; start += SLICE) {
    if (start > 0) await setImmediate();
    tokenizer.write(html.slice(start, start + SLICE));
  }
  tokenizer.end();
  return tidy(writer.text());
}

/** Elements whose content is not for readers, and which cannot hold others. */
const UNSEEN = new Set(['script', 'style', 'title', 'noembed', 'noframes', 'iframe']);
const READ_ATTRIBUTES = new Set(['href', 'alt']);
const LONGEST_ATTRIBUTE = 8192;

function readTokens(html: string, writer: ReturnType<typeof createTextWriter>, baseUrl?: string): TokenizerCallbacks {
  let unseen: string | undefined;
  let name = '';
  let attribute: string | undefined;
  let attributes: Record<string, string> = {};

  function append(value: string): void {
    if (attribute === undefined || value.length > LONGEST_ATTRIBUTE) return;
    attributes[attribute] = (attributes[attribute] ?? '') + value;
  }
  function open(): void {
    if (unseen !== undefined) return;
    if (UNSEEN.has(name)) unseen = name;
    else writer.open(name, { href: linkOf(attributes.href, baseUrl), alt: attributes.alt });
  }

  return {
    onopentagname(start, end) {
      name = html.slice(start, end).toLowerCase();
      attributes = {};
    },
    onattribname(start, end) {
      const found = html.slice(start, end).toLowerCase();
      attribute = READ_ATTRIBUTES.has(found) && attributes[found] === undefined ? found : undefined;
    },
    onattribdata: (start, end) => append(html.slice(start, end)),
    onattribentity: (codepoint) => append(String.fromCodePoint(codepoint)),
    onattribend() {
      attribute = undefined;
    },
    onopentagend: open,
    onselfclosingtag: open,
    onclosetag(start, end) {
      const closed = html.slice(start, end).toLowerCase();
      if (unseen === undefined) writer.close(closed);
      else if (closed === unseen) unseen = undefined;
    },
    ontext(start, end) {
      if (unseen === undefined) writer.words(html.slice(start, end));
    },
    ontextentity(codepoint) {
      if (unseen === undefined) writer.words(String.fromCodePoint(codepoint));
    },
    oncdata() {},
    oncomment() {},
    ondeclaration() {},
    onprocessinginstruction() {},
    onend() {},
  };
}

const LONGEST_LINK = 200;

/** A link that a reader can use. Those of trackers are cut where their long query begins. */
function linkOf(href: string | undefined, baseUrl: string | undefined): string | undefined {
  const given = href?.trim();
  if (!given || given.startsWith('#')) return undefined;
  const url = URL.parse(given, baseUrl);
  if (url === null) return undefined;
  if (url.protocol === 'mailto:' || url.protocol === 'tel:') return decoded(url.pathname);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  if (url.href.length <= LONGEST_LINK) return url.href;
  return `${`${url.origin}${url.pathname}`.slice(0, LONGEST_LINK)}…`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Without control characters, without spaces at the ends of lines, and with one empty line where there were more. */
function tidy(text: string): string {
  return text
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    .trimEnd();
}
