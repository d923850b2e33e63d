import { prompts } from '@voxolib/mcp-tools';
import { type Sandbox, startSandbox } from '@voxolib/sandbox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DaktelaClient, type Data, daktelaClient } from './support/daktela-client.ts';

const now = () => new Date('2026-11-20T14:05:09Z');
let sandbox: Sandbox;
let client: DaktelaClient;
beforeAll(async () => {
  sandbox = await startSandbox({ now });
  client = await daktelaClient(sandbox, { now });
});
afterAll(() => sandbox.close());

/** What the calls that a prompt suggests give, in their order. */
async function worked(name: string, given: Record<string, string>): Promise<Data[]> {
  const prompt = prompts.find(({ words }) => words.en.name === name);
  const answers: Data[] = [];
  for (const call of prompt?.calls(given, 'en') ?? []) {
    const { data, text, isError } = await client.call(call.tool, { ...call.arguments });
    expect(isError, `${call.tool}: ${text}`).toBe(false);
    answers.push(data);
  }
  return answers;
}

const WORDS = /^⟦.+⟧$/;

test('e-mail audit: how many there are, and their words with links to tickets', async () => {
  const [count, list] = await worked('email_audit', { period: '2026-11-18/2026-11-20', queue: 'Fakturace' });
  expect(list?.total).toBe(count?.total);
  expect(list?.emails.length).toBeGreaterThan(0);
  for (const { text, queue } of list?.emails ?? []) {
    expect(text).toMatch(WORDS);
    expect(queue).toBe('Fakturace');
  }
  const { ticket_id } = list?.emails.find((mail: Data) => mail.ticket_url) ?? {};
  const { data } = await client.call('daktela_get_ticket', { ticket: ticket_id });
  expect(data.ticket.url).toContain(ticket_id);
  expect(data.activities.some(({ text = '' }: Data) => WORDS.test(text))).toBe(true);
});

test('review of transcripts: answered calls with what was said', async () => {
  const [count, list] = await worked('call_transcript_review', { period: '2026-W46' });
  expect(list?.total).toBe(count?.total);
  const said = (list?.calls ?? []).filter(({ transcript = '' }: Data) => WORDS.test(transcript));
  expect(said.length).toBeGreaterThan(0);
  for (const { no_transcript, transcript } of list?.calls ?? [])
    expect(no_transcript ?? transcript).toBeTypeOf('string');
});

test('pipeline review: open tickets of the stages, with their value, and the latest mails of one', async () => {
  const stages = 'S1-Discovery, S2-Qualification';
  const [count, list] = await worked('pipeline_review', { category: 'Obchod', status: stages });
  expect(list?.total).toBe(count?.total);
  expect(list?.tickets.length).toBeGreaterThan(0);
  for (const { category, stage, statuses } of list?.tickets ?? []) {
    expect(category).toBe('Obchod');
    expect(['open', 'wait']).toContain(stage);
    expect(statuses.join()).toMatch(/S1-Discovery|S2-Qualification/);
  }
  expect(list?.tickets.some((ticket: Data) => Number(ticket.custom_fields?.mrr?.[0]) > 0)).toBe(true);
  const [{ id }] = list?.tickets ?? [];
  const { data } = await client.call('daktela_get_ticket', { ticket: id, order: 'desc', take: 10 });
  expect(data.activities.length).toBeGreaterThan(0);
});

test('daily summary of an agent: figures, activities and tickets of them alone', async () => {
  const [{ agent_id }] = (await client.call('daktela_list_emails', { period: 'yesterday', direction: 'outbound' })).data
    .emails;
  const [figures, activities, tickets] = await worked('agent_daily_summary', { agent: agent_id });
  expect(figures?.rows.every((row: Data) => row.agent_id === agent_id)).toBe(true);
  expect(activities?.activities.length).toBeGreaterThan(0);
  for (const row of [...(activities?.activities ?? []), ...(tickets?.tickets ?? [])])
    expect(row.agent_id).toBe(agent_id);
});
