import { ChatChannel, chatSorts } from '@voxolib/telephony/contact-centre';
import { z } from 'zod';
import { defineTool, READS } from '../../tool.ts';
import { Agent, ContactName, listing, Queue } from './arguments.ts';
import { filterOf, listed, listOutput } from './listed.ts';
import { shown } from './shown.ts';

export const listChats = defineTool({
  name: 'daktela_list_chats',
  title: 'Daktela chats',
  description: `Conversations on one channel: customer, agent, queue, missed or answered, ticket. Without messages.

Use it to find or count chats and SMS. Messages: daktela_get_chat.`,
  needs: 'daktelaChats',
  scope: 'mcp.contactcenter.read',
  effects: READS,
  input: z.strictObject({
    channel: ChatChannel.describe('Which channel'),
    agent: Agent,
    queue: Queue,
    contact: ContactName,
    direction: z.enum(['inbound', 'outbound']).optional().describe('Not of web chats'),
    missed: z.boolean().optional().describe('Both unless given'),
    answered: z.boolean().optional().describe('Both unless given'),
    ...listing(chatSorts),
  }),
  output: listOutput('chats'),
  async run(input, { daktela, ...context }) {
    const { chats } = daktela.contactCentre;
    return listed(input, context, {
      name: 'chats',
      filter: filterOf(input),
      list: chats.list,
      count: chats.count,
      row: ({ messages: _, activity: __, ...chat }, view) => shown(chat, view),
      whole: 'daktela_get_chat with channel and id.',
    });
  },
});
