import { createHmac, type KeyObject } from 'node:crypto';
import { plainText } from '../plain-text.ts';
import { secretFinder } from './known-secrets.ts';
import { meaningOf } from './private-keys.ts';
import { maskedNumber, redactedText } from './redacted-text.ts';

/** Longest record of the arguments of one call, in characters. */
export const MAX_ARGUMENTS_LENGTH = 4_000;
const MAX_TEXT = 200;
const MAX_KEY = 60;
const MAX_ITEMS = 20;
const MAX_FIELDS = 40;
const MAX_DEPTH = 5;
const MAX_VALUES = 400;

export interface RedactionOptions {
  /** For the hashes of texts: equal texts can be recognised, and none be found by trying. */
  readonly key: KeyObject;
  /** Values that must not be recorded wherever they stand, as they are or encoded. */
  readonly credentials?: readonly string[];
}

/**
 * The arguments of a call as JSON that may be kept: phone numbers as their beginning and last two digits, e-mail addresses
 * without the name, long texts and all messages as length and hash, names of people as an initial, and no credential.
 * At most `MAX_ARGUMENTS_LENGTH` characters; takes anything and never throws.
 */
export function redactArguments(input: unknown, options: RedactionOptions): string {
  const redaction: Redaction = { key: options.key, isSecret: secretFinder(options.credentials), values: 0 };
  let text: string;
  try {
    text = JSON.stringify(redacted(input ?? {}, 'other', 0, redaction));
  } catch {
    return '"[unreadable]"';
  }
  if (text.length <= MAX_ARGUMENTS_LENGTH) return text;
  return JSON.stringify({ '[too large]': summary(text, redaction) });
}

interface Redaction {
  readonly key: KeyObject;
  readonly isSecret: (text: string) => boolean;
  /** How many values were looked at. */
  values: number;
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Meaning = Exclude<ReturnType<typeof meaningOf>, 'secret'>;

function redacted(value: unknown, meaning: Meaning, depth: number, redaction: Redaction): Json {
  redaction.values += 1;
  if (redaction.values > MAX_VALUES) return '…';
  switch (typeof value) {
    case 'string':
      return redactedString(value, meaning, redaction);
    case 'bigint':
    case 'number':
      return redactedNumber(value, redaction);
    case 'boolean':
      return value;
    case 'object':
      if (value === null) return null;
      if (depth >= MAX_DEPTH) return '…';
      return Array.isArray(value)
        ? redactedItems(value, meaning, depth + 1, redaction)
        : redactedFields(value, meaning, depth + 1, redaction);
    default:
      return `[${typeof value}]`;
  }
}

function redactedString(value: string, meaning: Meaning, redaction: Redaction): string {
  if (meaning === 'text' || value.length > MAX_TEXT) return value === '' ? '' : summary(value, redaction);
  if (meaning === 'person') return value === '' ? '' : `${[...plainText(value, MAX_TEXT)][0] ?? ''}…`;
  // Before and after, since a credential may be hidden by what is taken out of a text, or appear by it.
  if (redaction.isSecret(value)) return '[secret]';
  const text = plainText(value, MAX_TEXT);
  return redaction.isSecret(text) ? '[secret]' : plainText(redactedText(text), MAX_TEXT);
}

function redactedNumber(value: number | bigint, redaction: Redaction): number | string {
  const text = String(value);
  if (redaction.isSecret(text)) return '[secret]';
  if (typeof value === 'number' && (!Number.isFinite(value) || Math.abs(value) < 1_000_000)) {
    return Number.isFinite(value) && text.length < 10 ? value : redactedText(text);
  }
  return maskedNumber(text);
}

function redactedItems(items: readonly unknown[], meaning: Meaning, depth: number, redaction: Redaction): Json[] {
  const kept = items.slice(0, MAX_ITEMS).map((item) => redacted(item, meaning, depth, redaction));
  if (items.length > MAX_ITEMS) kept.push(`… ${items.length - MAX_ITEMS} more`);
  return kept;
}

function redactedFields(value: object, inherited: Meaning, depth: number, redaction: Redaction): Json {
  const fields: [string, Json][] = [];
  let dropped = 0;
  for (const key in value) {
    if (!Object.hasOwn(value, key)) continue;
    const meaning = meaningOf(key);
    if (meaning === 'secret' || fields.length >= MAX_FIELDS) {
      dropped += 1;
      if (dropped > MAX_VALUES) break;
      continue;
    }
    const name = key.length > MAX_KEY ? '[long]' : redactedString(key, 'other', redaction);
    const field = (value as Record<string, unknown>)[key];
    fields.push([name, redacted(field, meaning === 'other' ? inherited : meaning, depth, redaction)]);
  }
  if (dropped > 0) fields.push(['…', `${dropped} left out`]);
  // Not by assignment, which would take `__proto__` for something else.
  return Object.fromEntries(fields);
}

function summary(text: string, { key }: Redaction): string {
  const hash = createHmac('sha256', key).update(text).digest('hex').slice(0, 12);
  return `[text: ${text.length} characters, ${hash}]`;
}
