import type { Tool } from '../../tool.ts';
import { agentStats } from './agent-stats.ts';
import { getActivity } from './get-activity.ts';
import { getArticle } from './get-article.ts';
import { getCall } from './get-call.ts';
import { getCallTranscript } from './get-call-transcript.ts';
import { getCampaignRecord } from './get-campaign-record.ts';
import { getChat } from './get-chat.ts';
import { getCrm } from './get-crm.ts';
import { getEmail } from './get-email.ts';
import { getTicket } from './get-ticket.ts';
import { listActivities } from './list-activities.ts';
import { listAgentsNow } from './list-agents-now.ts';
import { listCalls } from './list-calls.ts';
import { listCampaignRecords } from './list-campaign-records.ts';
import { listChats } from './list-chats.ts';
import { listCrm } from './list-crm.ts';
import { listEmails } from './list-emails.ts';
import { listReference } from './list-reference.ts';
import { listTickets } from './list-tickets.ts';
import { searchArticles } from './search-articles.ts';

/** The toolsets of Daktela, in the order in which clients see them. */
export const daktelaTools: readonly Tool[] = [
  listTickets,
  getTicket,
  listActivities,
  getActivity,
  listCalls,
  getCall,
  getCallTranscript,
  agentStats,
  listEmails,
  getEmail,
  listChats,
  getChat,
  listCrm,
  getCrm,
  listCampaignRecords,
  getCampaignRecord,
  listReference,
  listAgentsNow,
  searchArticles,
  getArticle,
];
