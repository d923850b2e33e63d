import { z } from 'zod';
import { defineTool, READS } from '../../tool.ts';
import { Name, Skip, TakeOf, Tokens, Zone } from './arguments.ts';
import { filterOf, listed, listOutput } from './listed.ts';

export const searchArticles = defineTool({
  name: 'daktela_search_articles',
  title: 'Daktela articles',
  description: `Articles of the knowledge base: link, title, folder, tags. Without their text.

Use it to look up how agents ought to answer. The text: daktela_get_article.`,
  needs: 'daktelaReference',
  scope: 'mcp.contactcenter.read',
  effects: READS,
  input: z.strictObject({
    text: Name.optional().describe('Anywhere in it'),
    folder: Name.optional().describe('Folder, by name or id'),
    tag: Name.optional().describe('Tag, by name or id'),
    published: z.boolean().optional().describe('Both unless given'),
    skip: Skip,
    take: TakeOf(250, 10).describe('Most rows'),
    tz: Zone,
    max_tokens: Tokens,
  }),
  output: listOutput('articles'),
  async run(input, { daktela, ...context }) {
    return listed(input, context, {
      name: 'articles',
      filter: filterOf(input),
      list: daktela.contactCentre.knowledge.articles,
      whole: 'daktela_get_article with id.',
    });
  },
});
