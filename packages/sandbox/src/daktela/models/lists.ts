import { any, choice, defineModel, flag, number, ref, refs, text, time } from '../model/model.ts';
import {
  type Article,
  groups as allGroups,
  pauses as allPauses,
  templates as allTemplates,
  type Folder,
  folders,
  type Pause,
  type Template,
  tags,
} from '../world/lists.ts';
import { userName } from './names.ts';

const FOUNDED = Date.UTC(2024, 0, 8, 9);

export const groups = defineModel<(typeof allGroups)[number]>({
  endpoint: 'groups',
  key: 'name',
  rows: () => allGroups,
  find: (_view, name) => allGroups.find((group) => group.name === name),
  fields: {
    name: text(({ name }) => name),
    title: text(({ title }) => title),
    description: text(() => ''),
    type: choice(({ type }) => type),
  },
});

export const pauses = defineModel<Pause>({
  endpoint: 'pauses',
  key: 'name',
  rows: () => allPauses,
  find: (_view, name) => allPauses.find((pause) => pause.name === name),
  constant: true,
  fields: {
    name: text(({ name }) => name),
    title: text(({ title }) => title),
    type: choice(({ type }) => type),
    paid: flag(({ paid }) => paid),
    max_duration: number(({ longest }) => longest),
    calculated_from: text(() => null),
    repeatable: flag(({ type }) => type === ''),
    max_amount: number(() => 2),
    min_timeout: number(() => 0),
    auto_pause: flag(({ type }) => type === 'lajdak'),
    prevent_direct_calls: flag(({ type }) => type === 'dnd'),
  },
});

export const templates = defineModel<Template>({
  endpoint: 'templates',
  key: 'name',
  search: ['title', 'subject', 'content'],
  rows: () => allTemplates,
  find: (_view, name) => allTemplates.find((template) => template.name === name),
  fields: {
    name: text(({ name }) => name),
    title: text(({ title }) => title),
    description: text(() => ''),
    format: choice(({ format }) => format),
    usingtype: choice(({ usingtype }) => usingtype),
    user: ref('users', () => null),
    subject: text(({ subject }) => subject),
    content: text(({ content }) => content),
    config: any(() => []),
  },
});

export const articles = defineModel<Article>({
  endpoint: 'articles',
  key: 'name',
  search: ['title', 'description', 'content', 'tags.title'],
  rows: ({ world }) => world.articles,
  find: ({ world }, name) => world.articles.find((article) => article.name === name),
  fields: {
    name: text(({ name }) => name),
    title: text(({ title }) => title),
    description: text(({ description }) => description),
    content: text(({ content }) => content),
    published: flag(({ published }) => published),
    seen_count: number(({ seen }) => seen),
    folder: ref('articlesFolders', ({ folder }) => folder),
    tags: refs('articlesTags', (article) => article.tags),
    bookmarks: any(() => []),
    created: time(({ created }) => created),
    created_by: ref('users', ({ author }, view) => userName(view, author % view.instance.agents)),
    edited: time(({ edited }) => edited),
    edited_by: ref('users', ({ author }, view) => userName(view, author % view.instance.agents)),
  },
});

export const articlesFolders = defineModel<Folder>({
  endpoint: 'articlesFolders',
  key: 'name',
  rows: () => folders,
  find: (_view, name) => folders.find((folder) => folder.name === name),
  relations: {
    articles: {
      model: 'articles',
      rows: ({ name }: Folder, { world }) => world.articles.filter(({ folder }) => folder === name),
    },
  },
  fields: {
    name: text(({ name }) => name),
    title: text(({ title }) => title),
    index: text(({ name }) => name.slice('folder_'.length)),
    parent: ref('articlesFolders', ({ parent }) => parent),
    created: time(() => FOUNDED),
    created_by: ref('users', () => 'robot'),
    edited: time(() => FOUNDED),
    edited_by: ref('users', () => null),
  },
});

export const articlesTags = defineModel<(typeof tags)[number]>({
  endpoint: 'articlesTags',
  key: 'name',
  rows: () => tags,
  find: (_view, name) => tags.find((tag) => tag.name === name),
  constant: true,
  fields: { name: text(({ name }) => name), title: text(({ title }) => title) },
});
