import type { OtherName } from '../../../tool.ts';
import { daktelaTools } from '../index.ts';
import { classicName } from './classic-name.ts';
import { classicTable } from './names.ts';

/** The names that another server for Daktela has made known, each with its own arguments. */
export const classicNames: readonly OtherName[] = classicTable.map((one) => classicName(one, daktelaTools));
