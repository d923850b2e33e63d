import type { KnowledgeBase } from '@voxolib/telephony/contact-centre';
import { and } from '../../query/filter.ts';
import type { Context } from '../context.ts';
import { readRecord, readRecordPage } from '../lists/read-page.ts';
import { equals, readPaging, readSort, type Sorts } from '../lists/request.ts';
import { readWords } from '../lists/text.ts';
import { toArticle, toArticleFolder } from '../records/reference.ts';
import { keptList } from './kept-list.ts';

const sorts: Sorts = { edited: 'edited', created: 'created', title: 'title' };

/** The knowledge base of Daktela. */
export function knowledge(context: Context): KnowledgeBase {
  return {
    async articles({ text, folder, tag, published }, request, options = {}) {
      const query = { ...readPaging(request), sort: readSort(request, sorts) };
      const names = context.names(options);
      const [folders, tags] = await Promise.all([
        names.listed('folder', folder === undefined ? undefined : [folder]),
        names.listed('tag', tag === undefined ? undefined : [tag]),
      ]);
      const filter = and(equals('folder', folders?.[0]), equals('tags', tags?.[0]), equals('published', published));
      return readRecordPage(
        context,
        'articles',
        { names, query: { filter, search: readWords('text', text) } },
        query,
        toArticle,
        options,
      );
    },
    article: ({ id }, options = {}) => readRecord(context, 'articles', id, toArticle, options),
    folders: (request, options = {}) => keptList(context, 'articlesFolders', request, toArticleFolder, options),
  };
}
