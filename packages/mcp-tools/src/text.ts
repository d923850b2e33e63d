type Row = Record<string, unknown>;

/**
 * The same facts as `data`, as compact text: a line for each field, a table for each list of rows, a block for each member of a
 * list of larger things. Everything in `data` is in the text; nothing else is, but for `title`.
 */
export function compactText(title: string, data: object): string {
  return [title, ...block(data)].join('\n');
}

function block(data: object): string[] {
  const lines: string[] = [];
  const lists: string[] = [];
  for (const [name, value] of Object.entries(data)) {
    if (isRows(value)) {
      if (value.every(isFlat)) lists.push(`${plain(name)} (${value.length}):`, table(value));
      else
        for (const [index, part] of value.entries())
          lists.push(`${plain(name)} ${index + 1} of ${value.length}:`, ...block(part));
    } else if (Array.isArray(value)) {
      lines.push(...value.map((item) => `${plain(name)}: ${inline(item)}`));
    } else if (value !== undefined) {
      lines.push(`${plain(name)}: ${inline(value)}`);
    }
  }
  return [...lines, ...lists];
}

/** A value as a caller may see it again: in quotes, on one line, cut when long, without what may be a secret pasted by mistake. */
export function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const characters = [...plain(text).replaceAll(LONG_HEX, '…').replaceAll(LONG_RUN, withoutToken)];
  return `"${characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : characters.join('')}"`;
}

/** Signatures and keys look like this; no name, date or zone does. */
const LONG_HEX = /[0-9a-f]{24,}/gi;
const LONG_RUN = /[\w-]{32,}/g;

/** Tokens are of capitals, small letters and digits; names of tools and arguments, however long, are not. */
function withoutToken(run: string): string {
  return /\d/.test(run) && /[a-z]/.test(run) && /[A-Z]/.test(run) ? '…' : run;
}

/** Text without line breaks, control characters and characters that reorder what a reader sees. */
export function plain(text: string): string {
  return PRINTABLE_ASCII.test(text) ? text : text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ');
}

/** Most cells are dates and names; the classes of Unicode are slow to look through. */
const PRINTABLE_ASCII = /^[ -~]*$/;
const PLAIN_CELL = /^[ -{}~]*$/;

function isRows(value: unknown): value is Row[] {
  return Array.isArray(value) && value.length > 0 && value.every((row) => isRecord(row));
}

/** True for what fits into a row of a table: values, lists of values, and records of both. */
function isFlat(row: Row): boolean {
  return Object.values(row).every((value) => isCell(value) || (isRecord(value) && Object.values(value).every(isCell)));
}

function isCell(value: unknown): boolean {
  return Array.isArray(value) ? value.every(isValue) : isValue(value);
}

function isValue(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

function isRecord(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function inline(value: unknown): string {
  if (!isRecord(value)) return cell(value);
  const parts = Object.entries(value).filter(([, part]) => part !== undefined);
  return parts
    .map(([name, part]) => (isRecord(part) ? `${plain(name)} (${inline(part)})` : `${plain(name)} ${cell(part)}`))
    .join(', ');
}

function cell(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return `[${value.map(cell).join(', ')}]`;
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return PLAIN_CELL.test(text) ? text : plain(text).replaceAll('|', '\\|');
}

/** Rows as a table. A nested record becomes columns of its own, in which an absent count is zero and an absent text is empty. */
function table(rows: readonly Row[]): string {
  const plainColumns = new Set<string>();
  const nestedColumns = new Map<string, Map<string, '0' | ''>>();
  for (const row of rows) {
    for (const [name, value] of Object.entries(row)) {
      if (!isRecord(value)) {
        plainColumns.add(name);
        continue;
      }
      const parts = nestedColumns.get(name) ?? new Map();
      for (const [part, inside] of Object.entries(value)) parts.set(part, typeof inside === 'number' ? '0' : '');
      nestedColumns.set(name, parts);
    }
  }
  const nested = [...nestedColumns].flatMap(([name, parts]) =>
    [...parts].map(([part, absent]) => ({ name, part, absent })),
  );
  const seen = new Set(plainColumns);
  const headings = nested.map(({ name, part }) => {
    const heading = seen.has(part) ? `${name}.${part}` : part;
    seen.add(heading);
    return cell(heading);
  });
  const names = [...plainColumns];
  const columns = names.map(cell).concat(headings);
  const lines = [columns.join(' | '), columns.map(() => '---').join(' | ')];
  for (const row of rows) {
    const cells = names.map((name) => cell(row[name]));
    for (const { name, part, absent } of nested) {
      const record = row[name];
      cells.push(isRecord(record) && Object.hasOwn(record, part) ? cell(record[part]) : absent);
    }
    lines.push(cells.join(' | '));
  }
  return lines.join('\n');
}
