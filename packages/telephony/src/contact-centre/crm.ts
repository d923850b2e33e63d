import { z } from 'zod';
import type { OperationOptions } from '../operation-options.ts';
import {
  CustomFields,
  type ListRequest,
  type OneRecord,
  type RecordCount,
  type RecordPage,
  Ref,
  type TimeRange,
} from './listing.ts';

/** A person that the contact centre knows. */
export const Contact = z.object({
  id: z.string(),
  name: z.string(),
  account: Ref.optional(),
  agent: Ref.optional(),
  database: Ref.optional(),
  description: z.string().optional(),
  nps_score: z.number().optional(),
  phones: z.array(z.string()),
  emails: z.array(z.string()),
  created_at: z.string().optional(),
  edited_at: z.string().optional(),
  custom_fields: CustomFields,
});
export type Contact = z.infer<typeof Contact>;

/** A company. */
export const Account = z.object({
  id: z.string(),
  title: z.string(),
  agent: Ref.optional(),
  database: Ref.optional(),
  sla: Ref.optional(),
  description: z.string().optional(),
  created_at: z.string().optional(),
  edited_at: z.string().optional(),
  custom_fields: CustomFields,
});
export type Account = z.infer<typeof Account>;

/** A deal, an order, or whatever else a type was made for. */
export const CrmRecord = z.object({
  id: z.string(),
  title: z.string(),
  type: Ref.optional(),
  stage: z.string().optional(),
  status: Ref.optional(),
  agent: Ref.optional(),
  contact: Ref.optional(),
  account: Ref.optional(),
  ticket: Ref.optional(),
  ticket_url: z.string().optional(),
  description: z.string().optional(),
  created_at: z.string().optional(),
  edited_at: z.string().optional(),
  custom_fields: CustomFields,
});
export type CrmRecord = z.infer<typeof CrmRecord>;

export const contactSorts = ['created', 'edited', 'name'] as const;
export const accountSorts = ['edited', 'created', 'title'] as const;
export const crmRecordSorts = ['edited', 'created', 'title', 'stage'] as const;

export interface ContactFilter {
  /** Name, e-mail or phone, by the vendor's own search. */
  text?: string | undefined;
  account?: string | undefined;
  agent?: readonly string[] | undefined;
  /** In any notation; compared with all numbers of a contact. */
  phone?: string | undefined;
  email?: string | undefined;
  range?: TimeRange | undefined;
}

export interface AccountFilter {
  text?: string | undefined;
  agent?: readonly string[] | undefined;
  range?: TimeRange | undefined;
}

export interface CrmRecordFilter {
  type?: readonly string[] | undefined;
  status?: readonly string[] | undefined;
  stage?: 'open' | 'close' | undefined;
  text?: string | undefined;
  agent?: readonly string[] | undefined;
  contact?: string | undefined;
  account?: string | undefined;
  range?: TimeRange | undefined;
}

export interface Crm {
  contacts(
    filter: ContactFilter,
    page: ListRequest<(typeof contactSorts)[number]>,
    options?: OperationOptions,
  ): Promise<RecordPage<Contact>>;
  countContacts(filter: ContactFilter, options?: OperationOptions): Promise<RecordCount>;
  contact(request: { id: string }, options?: OperationOptions): Promise<OneRecord<Contact>>;
  accounts(
    filter: AccountFilter,
    page: ListRequest<(typeof accountSorts)[number]>,
    options?: OperationOptions,
  ): Promise<RecordPage<Account>>;
  countAccounts(filter: AccountFilter, options?: OperationOptions): Promise<RecordCount>;
  account(request: { id: string }, options?: OperationOptions): Promise<OneRecord<Account>>;
  records(
    filter: CrmRecordFilter,
    page: ListRequest<(typeof crmRecordSorts)[number]>,
    options?: OperationOptions,
  ): Promise<RecordPage<CrmRecord>>;
  countRecords(filter: CrmRecordFilter, options?: OperationOptions): Promise<RecordCount>;
  record(request: { id: string }, options?: OperationOptions): Promise<OneRecord<CrmRecord>>;
}
