import { z } from 'zod';
import { AsOf, Warnings } from '../call-report.ts';
import type { OperationOptions } from '../operation-options.ts';
import type { PreparedChange } from './prepared-change.ts';

/** A group of the phonebook. Its members are entries, by id, and it may have none. */
export const PhonebookGroup = z.object({ id: z.string(), name: z.string(), members: z.array(z.string()) });
export type PhonebookGroup = z.infer<typeof PhonebookGroup>;

/** An entry. One number may have several. */
export const PhonebookEntry = z.object({
  id: z.string(),
  name: z.string(),
  number: z.string().describe('E.164 where it can be; sip:… for a SIP address'),
  caller_id: z.string().optional(),
  speed_dial: z.string().optional(),
  note: z.string().optional(),
  group_id: z.string().optional(),
  group_name: z.string().optional(),
});
export type PhonebookEntry = z.infer<typeof PhonebookEntry>;

export const PhonebookGroupList = z.object({ groups: z.array(PhonebookGroup), as_of: AsOf, warnings: Warnings });
export type PhonebookGroupList = z.infer<typeof PhonebookGroupList>;

export const PhonebookEntryList = z.object({ entries: z.array(PhonebookEntry), as_of: AsOf, warnings: Warnings });
export type PhonebookEntryList = z.infer<typeof PhonebookEntryList>;

/** Names are compared whole and without case; `number` in any notation. */
export interface PhonebookEntryFilter {
  entry?: string | undefined;
  name?: string | undefined;
  group?: string | undefined;
  group_name?: string | undefined;
  number?: string | undefined;
}

export interface AddToGroup {
  number: string;
  /** A group by id (all digits) or by name. */
  group: string;
  name?: string | undefined;
  note?: string | undefined;
  /** Whether a group that does not exist is made; true unless false. */
  create_group?: boolean | undefined;
}

export interface RemoveFromGroup {
  number: string;
  group: string;
  /** Whether the entries themselves go too. */
  delete_entry?: boolean | undefined;
}

export interface Phonebook {
  groups(
    filter?: { group?: string | undefined; name?: string | undefined },
    options?: OperationOptions,
  ): Promise<PhonebookGroupList>;
  entries(filter?: PhonebookEntryFilter, options?: OperationOptions): Promise<PhonebookEntryList>;
  /** Adds no second entry of a number, nor a second membership. */
  prepareAdd(request: AddToGroup, options?: OperationOptions): Promise<PreparedChange>;
  prepareRemove(request: RemoveFromGroup, options?: OperationOptions): Promise<PreparedChange>;
}
