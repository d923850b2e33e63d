import { ActivityKind, ActivityState, activitySorts } from '@voxolib/telephony/contact-centre';
import { z } from 'zod';
import { defineTool, READS } from '../../tool.ts';
import { Agent, anyOf, ContactName, listing, Name, Queue } from './arguments.ts';
import { filterOf, listed, listOutput } from './listed.ts';
import { activityEntry } from './thread-entry.ts';

export const listActivities = defineTool({
  name: 'daktela_list_activities',
  title: 'Daktela activities',
  description: `What happened, of every kind: calls, mails, chats, comments; when, by whom, in which queue and ticket.

Use it for the work of an agent, or across channels. Bodies: daktela_get_activity.`,
  needs: 'daktelaActivities',
  scope: 'mcp.contactcenter.read',
  effects: READS,
  input: z.strictObject({
    kind: anyOf(ActivityKind).optional().describe('All unless given'),
    state: anyOf(ActivityState).optional().describe('All unless given'),
    agent: Agent,
    queue: Queue,
    contact: ContactName,
    ticket: Name.optional().describe('Ticket id'),
    ...listing(activitySorts),
  }),
  output: listOutput('activities'),
  async run(input, { daktela, scopes, ...context }) {
    const { activities } = daktela.contactCentre;
    return listed(input, context, {
      name: 'activities',
      filter: filterOf(input),
      list: activities.list,
      count: activities.count,
      row: (activity, view) => activityEntry(activity, view, scopes),
      lengths: [500, 150],
      whole: 'daktela_get_activity with id.',
    });
  },
});
