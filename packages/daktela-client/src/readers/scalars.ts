const DECIMAL = /^[+-]?\d{1,16}(\.\d{1,16})?$/;

/** A text or a number as trimmed text; undefined for anything else, and for an empty one. */
export function readText(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' ? undefined : text;
}

/** A number that came as one or as decimal text. */
export function readNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return typeof value === 'string' && DECIMAL.test(value.trim()) ? Number(value) : undefined;
}

/** A duration in seconds, perhaps fractional; undefined for what is negative or no number. */
export function readSeconds(value: unknown): number | undefined {
  const seconds = readNumber(value);
  return seconds === undefined || seconds < 0 ? undefined : seconds;
}

/** One of the many forms of yes and no: `true`, `1`, `"1"`, `"YES"`, `"false"`…; undefined for anything else, and for an empty one. */
export function readFlag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const text = readText(value)?.toLowerCase() ?? '';
  if (['1', 'true', 'yes', 'y', 'on'].includes(text)) return true;
  if (['0', 'false', 'no', 'n', 'off'].includes(text)) return false;
  return undefined;
}
