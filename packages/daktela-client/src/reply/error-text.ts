/** One thing that Daktela says is wrong, with the field that it means. */
export interface ErrorText {
  field?: string;
  message: string;
}

const LONGEST = 300;
const MOST = 20;
const DEEPEST = 10;
/** Names that say where in an error something stands, and not what it is about. */
const FRAME: readonly string[] = ['primary', 'form', 'message', 'messages', 'error', 'errors', 'detail', 'description'];

/**
 * An `error` of any of its shapes as a flat list: a text, texts, `{ primary, form }` with texts or maps of them, or a list of such.
 * Empty containers are no error.
 */
export function flattenError(error: unknown): ErrorText[] {
  const found: ErrorText[] = [];
  collect(error, [], found);
  return found;
}

function collect(part: unknown, path: readonly string[], found: ErrorText[]): void {
  if (found.length >= MOST || path.length > DEEPEST) return;
  if (typeof part === 'string' || typeof part === 'number') {
    const message = String(part).trim();
    const field = path.filter((name) => name !== '').join('.');
    if (message !== '') found.push(field === '' ? { message } : { field, message });
    return;
  }
  // Whether a flag is an error is told by its name alone.
  if (part === true) found.push({ message: path.findLast((name) => name !== '') ?? 'error' });
  if (typeof part !== 'object' || part === null) return;
  const isList = Array.isArray(part);
  for (const [name, inner] of Object.entries(part)) {
    collect(inner, [...path, isList || FRAME.includes(name) ? '' : name], found);
  }
}

const TOKEN_FORM = /(?=[\w+/-]*\d)[\w+/-]{32,}={0,2}/g;
const MARKUP = /<[a-z!/][^>]*>?/i;
const HIDDEN = '[redacted]';

/**
 * What may be shown of Daktela's own words: one line of at most 300 characters, without control characters, tokens and the given
 * secrets. Empty when nothing was said, or only a web page.
 */
export function errorWords(error: unknown, secrets: readonly string[]): string {
  const parts = flattenError(error)
    .filter(({ message }) => !MARKUP.test(message))
    .map(({ field, message }) => (field === undefined ? message : `${field}: ${message}`));
  return cut(cleanText([...new Set(parts)].join('; '), secrets));
}

function cleanText(text: string, secrets: readonly string[]): string {
  const hidden = hide(oneLine(hide(text, secrets)), secrets);
  return hidden.replace(TOKEN_FORM, HIDDEN);
}

/** Longer ones first: one may be a part of another. */
function hide(text: string, secrets: readonly string[]): string {
  const forms = secrets.flatMap((secret) => [
    secret,
    oneLine(secret),
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
  ]);
  return [...new Set(forms)]
    .filter((form) => form !== '')
    .sort((one, other) => other.length - one.length)
    .reduce((left, form) => left.replaceAll(form, HIDDEN), text);
}

function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}\p{Co}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function cut(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST - 1).join('')}…`;
}
