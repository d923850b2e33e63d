const UNSET: readonly string[] = ['', '-1', '0000-00-00', '0000-00-00 00:00:00'];
const DECIMAL = /^[+-]?\d{1,16}(\.\d{1,16})?$/;

/** A text or a number as text, trimmed; whatever VoIP.ms writes for "not set" is null. Ids stay texts: some have leading zeros. */
export function readText(value: unknown): string | null {
  if (typeof value === 'number') return Number.isFinite(value) && value !== -1 ? String(value) : null;
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return UNSET.includes(text) ? null : text;
}

/** A number that came as one or as decimal text. */
export function readNumber(value: unknown): number | null {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  if (!DECIMAL.test(text)) return null;
  return Number(text);
}

/** An amount of money as exact decimal text, without zeros at its end beyond the cents: `0.00900000` is `0.009`. */
export function readMoney(value: unknown): string | null {
  const text = typeof value === 'number' ? plainDecimal(value) : typeof value === 'string' ? value.trim() : '';
  if (!DECIMAL.test(text)) return null;
  const [whole = '0', fraction = ''] = text.replace(/^\+/, '').split('.');
  const kept = fraction.replace(/0+$/, '').padEnd(2, '0');
  const units = whole.replace(/^(-?)0+(?=\d)/, '$1');
  return /^-?0$/.test(units) && /^0+$/.test(kept) ? '0.00' : `${units}.${kept}`;
}

function plainDecimal(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(12) : text;
}

/** One of the many forms of yes and no, or null for anything else. */
export function readFlag(value: unknown): boolean | null {
  const text = String(value).trim().toLowerCase();
  if (['1', 'yes', 'y', 'true', 'on'].includes(text)) return true;
  if (['0', 'no', 'n', 'false', 'off', ''].includes(text)) return false;
  return null;
}

/** Seconds of a duration: `97`, `01:37` or `00:01:37`. */
export function readSeconds(value: unknown): number | null {
  const plain = readNumber(value);
  if (plain !== null) return plain < 0 ? null : plain;
  if (typeof value !== 'string' || !/^\d{1,6}(:\d{1,2}){1,2}$/.test(value.trim())) return null;
  return value
    .trim()
    .split(':')
    .reduce((total, part) => total * 60 + Number(part), 0);
}
