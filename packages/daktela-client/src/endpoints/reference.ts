import { each, type Fields, type Model, newest, ref, refs } from './model.ts';

/** A small model: everything of it that may be read is asked for. Nothing is known of how such lists can be sorted. */
function small<const Own extends Fields>(fields: Own) {
  return {
    key: 'name',
    fields,
    projection: Object.keys(fields),
    sortable: [],
    defaultSort: [],
    reference: true,
  } as const satisfies Model;
}

export const queues = small(each('value', 'name title alias description type direction deactivated'));
export const users = {
  ...small({
    ...each(
      'value',
      'name title alias type email extension extension_state presence_state clid timezone nps_score description deactivated',
    ),
    ...each(ref('roles'), 'role profile'),
  }),
  projection:
    'name title alias type role profile email extension extension_state presence_state timezone deactivated'.split(' '),
} as const satisfies Model;
export const groups = small(each('value', 'name title description type'));
export const pauses = small(
  each(
    'value',
    'name title type paid max_duration calculated_from repeatable max_amount min_timeout auto_pause prevent_direct_calls',
  ),
);
export const statuses = small(each('value', 'name title description validation nextcall color'));
export const templates = {
  ...small({ ...each('value', 'name title description format usingtype subject content'), user: ref('users') }),
  projection: ['name', 'title', 'description', 'format', 'usingtype', 'subject', 'user'],
} as const satisfies Model;
export const campaignsTypes = {
  ...small({
    ...each('value', 'name title description autofocused_tab custom created'),
    queue: ref('queues'),
  }),
} as const satisfies Model;
export const crmRecordsTypes = small(each('value', 'name title description created'));
export const articlesFolders = small({
  ...each('value', 'name title index article_count created edited'),
  parent: ref('articlesFolders'),
  ...each(ref('users'), 'created_by edited_by'),
});
export const articlesTags = small(each('value', 'name title'));

export const articles = {
  key: 'name',
  fields: {
    ...each('value', 'name title description content published seen_count created edited'),
    ...each(ref('users'), 'created_by edited_by'),
    folder: ref('articlesFolders'),
    tags: refs('articlesTags'),
  },
  projection: ['name', 'title', 'folder', 'tags', 'description', 'published', 'created', 'edited'],
  sortable: ['created', 'edited', 'title'],
  defaultSort: newest('created'),
  searchable: true,
} as const satisfies Model;

export const realtimeSessions = {
  fields: {
    ...each(
      'value',
      'state exten exten_status presence_status logintime lastcalltime onpause statetime id_call unwrap',
    ),
    id_agent: ref('users'),
    lastqueue: ref('queues'),
    id_pause: ref('pauses'),
  },
  projection:
    'id_agent state exten exten_status presence_status logintime lastcalltime lastqueue id_pause onpause statetime id_call unwrap'.split(
      ' ',
    ),
  sortable: [],
  defaultSort: [],
} as const satisfies Model;
