import type { AgentSession, Article, ArticleFolder, ReferenceEntry } from '@voxolib/telephony/contact-centre';
import { daktelaContract } from '../../contract.ts';
import { readFlag, readText } from '../../readers/scalars.ts';
import type { WireRow } from '../../reply/page.ts';
import { present } from '../present.ts';
import type { Reading } from '../reading.ts';
import { htmlToText } from '../text/html-text.ts';
import { toRef, toRefs, toSeconds, toWord } from './fields.ts';

/** An entry of any of the small lists in our words: each has some of these fields. */
export async function toReferenceEntry(row: WireRow): Promise<ReferenceEntry> {
  const id = readText(row.name) ?? '';
  const deactivated = readFlag(row.deactivated);
  const content = readText(row.content);
  return present({
    id,
    title: readText(row.title) ?? id,
    description: readText(row.description),
    type: toWord(row.type),
    direction: toWord(row.direction),
    active: deactivated === undefined ? undefined : !deactivated,
    role: toRef(row.role),
    email: readText(row.email),
    extension: readText(row.extension),
    presence: toWord(row.presence_state),
    paid: readFlag(row.paid),
    max_duration_s: toSeconds(row.max_duration),
    color: readText(row.color),
    used_for: toWord(row.usingtype),
    subject: readText(row.subject),
    text: content === undefined ? undefined : await htmlToText(content, { style: 'plain' }),
    queue: toRef(row.queue),
    sla: toRef(row.sla),
  });
}

/** What an agent does now; `now` is what the instance's own clock shows, so that nobody else's can be wrong. */
export function toAgentSession(row: WireRow, { time, milliseconds }: Reading, now: number): AgentSession {
  const since = milliseconds(row.statetime);
  return present({
    agent: toRef(row.id_agent) ?? { id: 'unknown' },
    state: toWord(row.state) ?? 'unknown',
    pause: toRef(row.id_pause),
    paused_since: time(row.onpause),
    extension: readText(row.exten),
    extension_status: toWord(row.exten_status),
    logged_in_at: time(row.logintime),
    last_call_at: time(row.lastcalltime),
    last_queue: toRef(row.lastqueue),
    call: readText(row.id_call),
    since: time(row.statetime),
    in_state_s: since === undefined ? undefined : Math.max(0, Math.round((now - since) / 1000)),
  });
}

/** An article; its content, where it was read, as Markdown. */
export async function toArticle(row: WireRow, { url, time }: Reading): Promise<Article> {
  const id = readText(row.name) ?? '';
  const content = readText(row.content);
  return present({
    id,
    url: `${url}${daktelaContract.articlePage.value}${encodeURIComponent(id)}`,
    title: readText(row.title) ?? id,
    description: readText(row.description),
    folder: toRef(row.folder),
    tags: toRefs(row.tags),
    published: readFlag(row.published),
    created_at: time(row.created),
    edited_at: time(row.edited),
    text: content === undefined ? undefined : await htmlToText(content, { style: 'markdown', baseUrl: url }),
  });
}

export function toArticleFolder(row: WireRow): ArticleFolder {
  const id = readText(row.name) ?? '';
  return present({ id, title: readText(row.title) ?? id, parent: toRef(row.parent) });
}
