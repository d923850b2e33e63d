import type { ResolvedPeriod } from '../period.ts';
import type { StatsSource } from './call-stats-report.ts';
import { csvDialects, csvText } from './csv.ts';
import { callTable, minutesTable } from './export-table.ts';
import type { ProductMinutes } from './minutes-stats.ts';
import type { ProductReport } from './product-report.ts';
import type { StatusFamilies } from './status-family.ts';

/** `csv` as RFC 4180 has it; `csv_fr` for French spreadsheets (semicolon, decimal comma); `jsonl`: an object a line. */
export const exportFormats = ['csv', 'csv_fr', 'jsonl'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export type ExportRequest = { source: StatsSource; period: ResolvedPeriod; format: ExportFormat } & (
  | { measure: 'calls'; reports: readonly ProductReport[]; families: StatusFamilies }
  | { measure: 'minutes'; reports: readonly ProductMinutes[] }
);

/** A file as text. `bytes` and `sha256` (hexadecimal) are those of its UTF-8 form. */
export interface ExportedRows {
  text: string;
  mimeType: string;
  fileName: string;
  /** Days × products, without the line of headings. */
  rows: number;
  bytes: number;
  sha256: string;
}

/** Writes a row for each day and product that has figures, by date. Days that are missing have none. */
export async function exportRows(request: ExportRequest): Promise<ExportedRows> {
  const { format } = request;
  const table =
    request.measure === 'calls' ? callTable(request.reports, request.families) : minutesTable(request.reports);
  const text =
    format === 'jsonl'
      ? table.records.map((record) => `${JSON.stringify(record)}\n`).join('')
      : csvText([table.headings, ...table.lines], csvDialects[format]);
  const utf8 = new TextEncoder().encode(text);
  return {
    text,
    mimeType: format === 'jsonl' ? 'application/x-ndjson' : 'text/csv; charset=utf-8; header=present',
    fileName: fileName(request),
    rows: table.records.length,
    bytes: utf8.byteLength,
    sha256: hexadecimal(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8))),
  };
}

function fileName({ source, period, reports, measure, format }: ExportRequest): string {
  const product = reports.length === 1 ? (reports[0]?.product ?? '') : '';
  const words = [source.provider, product, measure, period.start_date, 'to', period.end_date];
  const name = words.join('-').replaceAll(/[^A-Za-z0-9]+/g, '-');
  return `${name.slice(-100)}.${format === 'jsonl' ? 'jsonl' : 'csv'}`;
}

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
