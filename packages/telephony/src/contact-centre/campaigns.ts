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

/** Where a record of a campaign stands, in the order of the vendor's codes 0 to 6. */
export const campaignActions = [
  'not_assigned',
  'ready',
  'rescheduled_by_dialer',
  'call_in_progress',
  'hung_up',
  'done',
  'rescheduled',
] as const;
export const CampaignAction = z.enum(campaignActions);
export type CampaignAction = z.infer<typeof CampaignAction>;

export const CampaignRecord = z.object({
  id: z.string(),
  type: Ref.optional(),
  action: z.string(),
  agent: Ref.optional(),
  contact: Ref.optional(),
  call: z.string().optional(),
  activity: z.string().optional(),
  statuses: z.array(Ref),
  next_call_at: z.string().optional(),
  created_at: z.string().optional(),
  edited_at: z.string().optional(),
  custom_fields: CustomFields,
});
export type CampaignRecord = z.infer<typeof CampaignRecord>;

export const CampaignType = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string().optional(),
  queue: Ref.optional(),
  created_at: z.string().optional(),
});
export type CampaignType = z.infer<typeof CampaignType>;

export const campaignSorts = ['edited', 'created', 'next_call'] as const;

export interface CampaignFilter {
  type?: readonly string[] | undefined;
  action?: readonly CampaignAction[] | undefined;
  agent?: readonly string[] | undefined;
  contact?: string | undefined;
  /** When it was created. */
  range?: TimeRange | undefined;
  /** When it is to be called next. */
  next_call?: TimeRange | undefined;
}

export interface Campaigns {
  records(
    filter: CampaignFilter,
    page: ListRequest<(typeof campaignSorts)[number]>,
    options?: OperationOptions,
  ): Promise<RecordPage<CampaignRecord>>;
  count(filter: CampaignFilter, options?: OperationOptions): Promise<RecordCount>;
  record(request: { id: string }, options?: OperationOptions): Promise<OneRecord<CampaignRecord>>;
  types(page: ListRequest, options?: OperationOptions): Promise<RecordPage<CampaignType>>;
}
