import { z } from 'zod';
import { defineTool, READS } from '../../tool.ts';
import { Id, Tokens, Zone } from './arguments.ts';
import { HIGHER_BUDGET } from './fitting.ts';
import { oneOutput, oneRecord } from './one-record.ts';

export const getArticle = defineTool({
  name: 'daktela_get_article',
  title: 'A Daktela article',
  description: `One article of the knowledge base with its text.

Use it with an id from daktela_search_articles.`,
  needs: 'daktelaReference',
  scope: 'mcp.contactcenter.read',
  effects: READS,
  input: z.strictObject({ id: Id.describe('Article id'), tz: Zone, max_tokens: Tokens }),
  output: oneOutput('article'),
  async run({ id, tz }, { daktela, signal }) {
    const read = await daktela.contactCentre.knowledge.article({ id }, { signal });
    return oneRecord('article', read, { tz, whole: HIGHER_BUDGET });
  },
});
