import type { ContactCentre } from '@voxolib/telephony/contact-centre';
import type { Context } from './context.ts';
import { activities } from './groups/activities.ts';
import { contactCalls } from './groups/calls.ts';
import { campaigns } from './groups/campaigns.ts';
import { chats } from './groups/chats.ts';
import { crm } from './groups/crm.ts';
import { emails } from './groups/emails.ts';
import { knowledge } from './groups/knowledge.ts';
import { realtime } from './groups/realtime.ts';
import { reference } from './groups/reference.ts';
import { tickets } from './groups/tickets.ts';

/** Daktela as a contact centre. */
export function contactCentre(context: Context): ContactCentre {
  const { client } = context;
  return {
    async whoAmI(options = {}) {
      const { user, zone } = await client.whoim(options);
      const title = user.title ?? user.alias;
      return {
        id: user.name,
        ...(title !== undefined && { title }),
        ...(zone !== undefined && { tz: zone }),
        url: client.url,
      };
    },
    tickets: tickets(context),
    activities: activities(context),
    calls: contactCalls(context),
    emails: emails(context),
    chats: chats(context),
    crm: crm(context),
    campaigns: campaigns(context),
    knowledge: knowledge(context),
    reference: reference(context),
    realtime: realtime(context),
  };
}
