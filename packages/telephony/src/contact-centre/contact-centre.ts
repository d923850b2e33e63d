import type { OperationOptions } from '../operation-options.ts';
import type { Activities } from './activities.ts';
import type { ContactCalls } from './calls.ts';
import type { Campaigns } from './campaigns.ts';
import type { Chats } from './chats.ts';
import type { Crm } from './crm.ts';
import type { Emails } from './emails.ts';
import type { KnowledgeBase, Realtime, Reference } from './reference.ts';
import type { Tickets } from './tickets.ts';

/** Who is signed in at the vendor, and where. */
export interface Identity {
  id: string;
  title?: string | undefined;
  /** The zone of the instance, where it says so. */
  tz?: string | undefined;
  url: string;
}

/**
 * A contact centre, as the tools see it: people, what they wrote and said, and who took care of it. Filters take names as people write
 * them; one that fits nobody, or several, is INVALID_INPUT with the candidates, and never the first of them.
 */
export interface ContactCentre {
  whoAmI(options?: OperationOptions): Promise<Identity>;
  tickets: Tickets;
  activities: Activities;
  calls: ContactCalls;
  emails: Emails;
  chats: Chats;
  crm: Crm;
  campaigns: Campaigns;
  knowledge: KnowledgeBase;
  reference: Reference;
  realtime: Realtime;
}
