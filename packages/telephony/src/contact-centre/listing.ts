import { z } from 'zod';
import { AsOf, Warnings } from '../call-report.ts';

/** Another record, by its key and, where the caller may see it, its title; where they may see the title alone, that stands for the key. */
export const Ref = z.object({ id: z.string(), title: z.string().optional() });
export type Ref = z.infer<typeof Ref>;

/** Fields that a customer has added: the label and the values of each. Empty ones are left out. */
export const CustomFields = z.record(z.string(), z.array(z.string()));
export type CustomFields = z.infer<typeof CustomFields>;

/** Which records a list is made of, and in which order. */
export interface ListRequest<Sort extends string = string> {
  /** Records to pass over: 0 to 100 000. */
  skip?: number | undefined;
  /** Most records: 1 to 250. */
  take?: number | undefined;
  sort?: Sort | undefined;
  order?: 'asc' | 'desc' | undefined;
}

/** A stretch of time between instants (ISO 8601, UTC): `from` included, `until` not. */
export interface TimeRange {
  from?: string | undefined;
  until?: string | undefined;
}

/** A page of records. `total` counts all that match, and is absent where the vendor does not say. */
export const pageOf = <Record extends z.ZodType>(record: Record) =>
  z.object({
    records: z.array(record),
    total: z.int().optional(),
    skip: z.int(),
    /** Where the next page begins; absent on the last. */
    next_skip: z.int().optional(),
    /** What names in the request were taken for, by the name of the filter. */
    resolved: z.record(z.string(), z.array(Ref)).optional(),
    as_of: AsOf,
    warnings: Warnings,
  });

export interface RecordPage<Record> {
  records: Record[];
  total?: number | undefined;
  skip: number;
  next_skip?: number | undefined;
  resolved?: { [filter: string]: Ref[] } | undefined;
  as_of: string;
  warnings?: string[] | undefined;
}

/** One record, and what a reader must know about it. */
export interface OneRecord<Record> {
  record: Record;
  as_of: string;
  warnings?: string[] | undefined;
}

export interface RecordCount {
  total: number;
  resolved?: { [filter: string]: Ref[] } | undefined;
  as_of: string;
  warnings?: string[] | undefined;
}
