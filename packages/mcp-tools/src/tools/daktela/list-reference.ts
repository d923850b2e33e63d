import { TelephonyError } from '@voxolib/telephony';
import { referenceKinds } from '@voxolib/telephony/contact-centre';
import { z } from 'zod';
import { defineTool, READS } from '../../tool.ts';
import { Id, Name, Skip, TakeOf, Tokens } from './arguments.ts';
import { HIGHER_BUDGET } from './fitting.ts';
import { listed, listOutput } from './listed.ts';

export const listReference = defineTool({
  name: 'daktela_list_reference',
  title: 'Daktela queues, agents and other lists',
  description: `What there is: queues, agents, groups, pauses, statuses, templates, categories, campaigns, record types, article folders.

Use it to learn names that filters take; with id, for one entry and a template's text.`,
  needs: 'daktelaReference',
  scope: 'mcp.contactcenter.read',
  effects: READS,
  input: z.strictObject({
    kind: z.enum([...referenceKinds, 'article_folders']).describe('Which list'),
    id: Id.optional().describe('Only this entry, with all that is known of it'),
    text: Name.optional().describe('In title or id'),
    type: Name.optional().describe('Type of queue, use of template'),
    active: z.boolean().optional().describe('Both unless given'),
    skip: Skip,
    take: TakeOf(250, 100).describe('Most rows'),
    max_tokens: Tokens,
  }),
  output: listOutput('entries'),
  async run({ kind, id, text, type, active, skip, take }, { daktela, ...context }) {
    const { reference, knowledge } = daktela.contactCentre;
    const input = { tz: 'UTC', skip, take };
    const about = { name: 'entries', whole: 'this tool with id.', lengths: [100, 40] as const };
    if (kind === 'article_folders') {
      const given = Object.entries({ id, text, type, active }).find(([, value]) => value !== undefined);
      if (given === undefined) {
        return listed(input, context, {
          ...about,
          filter: {},
          list: (_, page, options) => knowledge.folders(page, options),
        });
      }
      const [field] = given;
      throw new TelephonyError('INVALID_INPUT', `article_folders has no ${field}. Leave it out.`, { field });
    }
    if (id !== undefined) {
      return listed(input, context, {
        name: 'entries',
        filter: { kind, id },
        async list(_, __, options) {
          const { record, ...facts } = await reference.read(kind, { id }, options);
          return { ...facts, records: [record], total: 1, skip: 0 };
        },
        lengths: [20_000, 5000, 1000],
        whole: HIGHER_BUDGET,
      });
    }
    return listed(input, context, {
      ...about,
      filter: { text, type, active },
      list: (filter, page, options) => reference.list(kind, filter, page, options),
    });
  },
});
