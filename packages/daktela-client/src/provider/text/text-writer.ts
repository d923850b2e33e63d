/** `markdown` also marks headings, emphasis, code and the cells of tables. */
export type TextStyle = 'plain' | 'markdown';

/** Lays out the words between tags. Tags that are never closed, or closed without having been opened, do no harm. */
export interface TextWriter {
  open(tag: string, attributes: { href?: string | undefined; alt?: string | undefined }): void;
  close(tag: string): void;
  words(text: string): void;
  text(): string;
}

const words = (names: string) => new Set(names.split(' '));
/** What begins a new line, and what has an empty line around it. */
const LINES = words(
  'div li tr dt dd section article header footer main aside nav address form fieldset figure figcaption center caption thead tbody',
);
const PARAGRAPHS = words('p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre hr');
const MARKS: Readonly<Record<string, string>> = { strong: '**', b: '**', em: '*', i: '*', code: '`' };
const DEEPEST = 20;

export function createTextWriter(style: TextStyle): TextWriter {
  const markdown = style === 'markdown';
  const parts: string[] = [];
  /** Line breaks, a space and a mark that are written before the next word, if there is one. */
  let breaks = 0;
  let space = false;
  let lead = '';
  let started = false;
  let quotes = 0;
  let quotesWritten = 0;
  let verbatim = 0;
  let inRow = false;
  /** Numbers of the next items; zero in a list without numbers. */
  const lists: number[] = [];
  let link: { href: string; from: number } | undefined;

  const prefix = (depth = quotes) => '> '.repeat(Math.min(depth, DEEPEST));
  function newLine(count: number): void {
    if (started) breaks = Math.max(breaks, count);
    space = false;
  }
  function write(text: string): void {
    if (!started) parts.push(prefix());
    else if (breaks > 0)
      parts.push(`\n${prefix(Math.min(quotes, quotesWritten)).trimEnd()}`.repeat(breaks - 1), `\n${prefix()}`);
    else if (space) parts.push(' ');
    quotesWritten = quotes;
    started = true;
    breaks = 0;
    space = false;
    parts.push(lead, text);
    lead = '';
  }
  function flow(text: string): void {
    const trimmed = text.replaceAll(/[\s\u00a0]+/g, ' ');
    if (trimmed.startsWith(' ')) space = space || (started && breaks === 0);
    const inner = trimmed.trim();
    if (inner === '') return;
    write(inner);
    space = trimmed.endsWith(' ');
  }
  function startItem(): void {
    newLine(1);
    const depth = Math.min(lists.length, DEEPEST);
    const number = lists.at(-1) ?? 0;
    if (number > 0) lists[lists.length - 1] = number + 1;
    lead = `${'  '.repeat(Math.max(0, depth - 1))}${number > 0 ? `${number}.` : '-'} `;
  }
  function endLink(): void {
    if (link === undefined) return;
    const { href, from } = link;
    link = undefined;
    const label = parts.slice(from).join('').trim();
    const bare = (text: string) => text.replace(/^https?:\/\//, '').replace(/\/$/, '');
    if (label === '' || bare(label) === bare(href)) return;
    if (!markdown || label.includes('\n')) {
      parts.push(` <${href}>`);
    } else {
      const [before, after] = splitAround(parts.slice(from).join(''), label);
      parts.splice(from, parts.length - from, `${before}[${label}](${href})${after}`);
    }
  }
  function mark(tag: string): void {
    const sign = markdown && verbatim === 0 && Object.hasOwn(MARKS, tag) ? MARKS[tag] : undefined;
    if (sign === undefined) return;
    // Before the first word of what it marks, after the last one.
    if (opened.has(sign)) {
      opened.delete(sign);
      if (lead.endsWith(sign)) lead = lead.slice(0, -sign.length);
      else parts.push(sign);
    } else {
      opened.add(sign);
      lead += sign;
    }
  }
  const opened = new Set<string>();

  return {
    open(tag, { href, alt }) {
      if (PARAGRAPHS.has(tag)) newLine(2);
      else if (LINES.has(tag)) newLine(1);
      if (tag === 'br') breaks = started ? Math.min(breaks + 1, 3) : 0;
      else if (tag === 'blockquote') quotes += 1;
      else if (tag === 'ul') lists.push(0);
      else if (tag === 'ol') lists.push(1);
      else if (tag === 'li') startItem();
      else if (tag === 'tr') inRow = false;
      else if (tag === 'td' || tag === 'th') startCell();
      else if (tag === 'pre') startVerbatim();
      else if (tag === 'hr') rule();
      else if (tag === 'img' && alt !== undefined && alt.trim() !== '' && !markdown) flow(` [${alt.trim()}] `);
      else if (tag === 'a') startLink(href);
      else if (markdown && /^h[1-6]$/.test(tag)) lead = `${'#'.repeat(Number(tag[1]))} `;
      else if (!opened.has(MARKS[tag] ?? '')) mark(tag);
    },
    close(tag) {
      if (tag === 'a') endLink();
      else if (opened.has(MARKS[tag] ?? '')) mark(tag);
      if (tag === 'pre' && verbatim > 0) endVerbatim();
      if (tag === 'ul' || tag === 'ol') lists.pop();
      if (PARAGRAPHS.has(tag)) newLine(2);
      else if (LINES.has(tag)) newLine(1);
      if (PARAGRAPHS.has(tag) || tag === 'li') lead = '';
      if (tag === 'blockquote' && quotes > 0) quotes -= 1;
    },
    words(text) {
      if (verbatim === 0) flow(text);
      else verbatimWords(text);
    },
    text() {
      endLink();
      return parts.join('');
    },
  };

  function startCell(): void {
    if (inRow) {
      if (markdown && started && breaks === 0) parts.push(' |');
      space = started && breaks === 0;
    }
    inRow = true;
  }
  function startLink(href: string | undefined): void {
    endLink();
    if (href === undefined) return;
    if (space && breaks === 0) parts.push(' ');
    space = false;
    link = { href, from: parts.length };
  }
  function startVerbatim(): void {
    verbatim += 1;
    if (markdown && verbatim === 1) write('```');
    newLine(1);
  }
  function endVerbatim(): void {
    verbatim -= 1;
    if (markdown && verbatim === 0) {
      newLine(1);
      write('```');
    }
  }
  function rule(): void {
    write(markdown ? '---' : '--------');
    newLine(2);
  }
  function verbatimWords(text: string): void {
    const lines = text.replaceAll(/\r\n?/g, '\n').split('\n');
    for (const [index, line] of lines.entries()) {
      if (index > 0) breaks = started ? Math.min(breaks + 1, 3) : 0;
      if (line.trim() === '') continue;
      write(line);
    }
  }
}

/** What stands before and after a label in a text that holds it. */
function splitAround(text: string, label: string): [string, string] {
  const at = text.indexOf(label);
  return [text.slice(0, at), text.slice(at + label.length)];
}
