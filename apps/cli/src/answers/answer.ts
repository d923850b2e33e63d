import type { ExitCode } from '../exit-code.ts';

/** A cell of a table. What is not known, or does not apply, is `undefined` or `null`. */
export type Cell = string | number | boolean | null | undefined;

export interface Table {
  title?: string;
  headings: readonly string[];
  rows: readonly (readonly Cell[])[];
  /** The column of which a bar is drawn in a terminal. */
  bars?: string;
}

/** What a command found: as data, and as tables for people and spreadsheets. */
export interface Answer {
  data: unknown;
  /** Where it is not the same as `data`: what the vendor sent, without secrets. */
  raw?: unknown;
  /** Shown in a terminal. The first is also the CSV, unless `csv` says otherwise. */
  tables: readonly Table[];
  csv?: Table;
  /** Said above the tables. */
  title?: string;
  /** What a reader has to know about the figures. */
  notes?: readonly string[];
  /** Shown in a terminal instead of the tables. */
  text?: string;
  /** Says that days are missing. */
  incomplete?: boolean;
  /** Where it is not for the answer's completeness to say. */
  exitCode?: ExitCode;
}

export const formats = ['pretty', 'json', 'raw', 'csv'] as const;
export type Format = (typeof formats)[number];
