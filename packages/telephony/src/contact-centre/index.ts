export {
  type Activities,
  Activity,
  type ActivityFilter,
  ActivityKind,
  ActivityState,
  activityKinds,
  activitySorts,
  activityStates,
} from './activities.ts';
export {
  AgentCallReport,
  AgentCallRow,
  CallTranscript,
  ContactCall,
  type ContactCallDirection,
  type ContactCallFilter,
  type ContactCalls,
  callDirections,
  contactCallSorts,
  type TranscribedCall,
  TranscriptSegment,
  transcriptSpeakers,
} from './calls.ts';
export {
  CampaignAction,
  type CampaignFilter,
  CampaignRecord,
  type Campaigns,
  CampaignType,
  campaignActions,
  campaignSorts,
} from './campaigns.ts';
export { Chat, ChatChannel, type ChatFilter, ChatMessage, type Chats, chatChannels, chatSorts } from './chats.ts';
export type { ContactCentre, Identity } from './contact-centre.ts';
export {
  Account,
  type AccountFilter,
  accountSorts,
  Contact,
  type ContactFilter,
  type Crm,
  CrmRecord,
  type CrmRecordFilter,
  contactSorts,
  crmRecordSorts,
} from './crm.ts';
export { Email, type EmailFilter, type Emails, emailDirections, emailSorts, emailStates } from './emails.ts';
export {
  CustomFields,
  type ListRequest,
  type OneRecord,
  pageOf,
  type RecordCount,
  type RecordPage,
  Ref,
  type TimeRange,
} from './listing.ts';
export {
  AgentSession,
  AgentSessions,
  Article,
  type ArticleFilter,
  ArticleFolder,
  type KnowledgeBase,
  type Realtime,
  type Reference,
  ReferenceEntry,
  type ReferenceFilter,
  ReferenceKind,
  referenceKinds,
} from './reference.ts';
export {
  type OneTicket,
  Ticket,
  TicketCategory,
  type TicketFilter,
  type TicketPart,
  TicketPriority,
  type TicketRequest,
  TicketStage,
  type Tickets,
  type TicketWithThread,
  ticketParts,
  ticketPriorities,
  ticketSorts,
  ticketStages,
  ticketTimes,
} from './tickets.ts';
