import type { Resource } from '../resource.ts';
import { capabilities } from './capabilities.ts';
import { daktelaFilters } from './daktela-filters.ts';
import { daktelaLists } from './daktela-lists.ts';
import { exportedRows } from './exported-rows.ts';
import { glossary } from './glossary.ts';
import { guide } from './guide.ts';
import { status } from './status.ts';

/** Every resource there is, in the order in which clients see them. */
export const resources: readonly Resource[] = [
  guide,
  capabilities,
  glossary,
  status,
  exportedRows,
  ...daktelaLists,
  daktelaFilters,
];
