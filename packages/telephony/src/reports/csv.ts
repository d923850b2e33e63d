/** How the spreadsheets of a country expect a file. */
interface CsvDialect {
  delimiter: ',' | ';';
  decimal: '.' | ',';
  /** Excel reads a file as UTF-8 only when it begins with this mark. */
  byteOrderMark: boolean;
}

export const csvDialects = {
  csv: { delimiter: ',', decimal: '.', byteOrderMark: false },
  csv_fr: { delimiter: ';', decimal: ',', byteOrderMark: true },
} as const satisfies Record<string, CsvDialect>;

/** Lines as RFC 4180 has them: CRLF after each, also the last; quotes around what needs them, and doubled inside. */
export function csvText(lines: readonly (readonly (string | number)[])[], dialect: CsvDialect): string {
  const body = lines.map((line) => `${line.map((cell) => csvCell(cell, dialect)).join(dialect.delimiter)}\r\n`);
  return `${dialect.byteOrderMark ? '\uFEFF' : ''}${body.join('')}`;
}

function csvCell(value: string | number, { decimal }: CsvDialect): string {
  if (typeof value === 'number') return plainDecimal(value).replace('.', decimal);
  const text = harmless(value.toWellFormed());
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Both delimiters, whichever is used: a spreadsheet of another country splits at the other one. */
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;

/** Where a cell may begin, also for a spreadsheet that splits elsewhere; then what would make a formula of it. */
const FORMULA_START = /(^|[,;\t\r\n])(?=[ \u00a0]*[=+\-@＝＋－＠]|[\t\r])/g;

/** The text with an apostrophe before whatever a spreadsheet would take for a formula, and run. */
function harmless(text: string): string {
  return text.replace(FORMULA_START, "$1'");
}

/** Without an exponent, which some spreadsheets take for text. */
function plainDecimal(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(6) : text;
}
