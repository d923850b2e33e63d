import { TelephonyError } from '@voxolib/telephony';
import { connect, eras, fakeDaktela } from '@voxolib/test-kit';
import { describe, expect, test } from 'vitest';
import { type Caller, runTool, tools } from '../../src/index.ts';
import { classicNames } from '../../src/tools/daktela/classic/index.ts';
import { callerOfDaktela, gateway } from '../callers.ts';

const discreet = (options: Parameters<typeof callerOfDaktela>[0] = {}): Caller => ({
  ...callerOfDaktela(options),
  privacy: true,
});

/** What the required arguments of tools are in the instance. */
const GIVEN: Readonly<Record<string, unknown>> = {
  ticket: '100160',
  channel: 'sms',
  account: 'account_0001',
};
const IDS: Readonly<Record<string, string>> = {
  daktela_get_activity: 'activities_mail_1',
  daktela_get_call: '1763625600.1',
  daktela_get_call_transcript: '1763625600.1',
  daktela_get_email: 'emails_1',
  daktela_get_chat: 'sms_1',
  daktela_get_crm: 'contact_0001',
  daktela_get_campaign_record: 'campaign_rec_1',
  daktela_get_article: 'articles_1',
};
const KINDS: Readonly<Record<string, string>> = {
  daktela_list_crm: 'contacts',
  daktela_get_crm: 'contact',
  daktela_list_reference: 'queues',
};

const daktelaTools = tools.filter(({ name }) => name.startsWith('daktela_'));

function argumentsOf(name: string): Record<string, unknown> {
  const wire = gateway.definitions.find(({ definition }) => definition.name === name)?.definition;
  const needed = (wire?.inputSchema.required ?? []) as string[];
  return Object.fromEntries(
    needed.map((argument) => {
      if (argument === 'id') return [argument, IDS[name]];
      return [argument, argument === 'kind' ? KINDS[name] : GIVEN[argument]];
    }),
  );
}

function expectNobody(text: string): void {
  expect(text).not.toMatch(/vzorov|jana|visitor 12|mallory@|jana@/i);
  expect(text.replace(/[\s().-]/g, '')).not.toContain('600000001');
}

describe.each(eras)('in the era of %s', (era) => {
  test.each(daktelaTools.map(({ name }) => name))('%s names nobody', async (name) => {
    const client = await connect(() => gateway.serve(discreet()), era);
    const open = await connect(() => gateway.serve(callerOfDaktela()), era);
    const request = { name, arguments: argumentsOf(name) };
    const [result, named] = await Promise.all([client.callTool(request), open.callTool(request)]);
    expect(result.isError, JSON.stringify(result.content)).toBeFalsy();
    expectNobody(JSON.stringify(result));
    expect(JSON.stringify(named)).not.toContain('‹');
    const [text] = result.content;
    expect(text).toMatchObject({ text: expect.stringContaining('‹…›: a person, number or address') });
  });
});

test('ids, links, agents and what is in both places are as they are', async () => {
  const client = await connect(() => gateway.serve(discreet()));
  const { structuredContent, content } = await client.callTool({ name: 'daktela_list_calls', arguments: { take: 1 } });
  expect(structuredContent).toMatchObject({
    calls: [
      {
        id: '1763625600.1',
        number: '‹phone 1›',
        contact: '‹person 1›',
        contact_id: 'contact_0001',
        agent: 'Alice Demo',
        ticket_url: 'https://demo.daktela.com/tickets/update/100160',
      },
    ],
  });
  expect(content).toMatchObject([{ text: expect.stringContaining('‹phone 1›') }]);
});

test('people are looked up by their real names, numbers and addresses', async () => {
  const daktela = fakeDaktela();
  const client = await connect(() => gateway.serve(discreet({ daktela })));
  const asked = { kind: 'contacts', phone: '+420 600 000 001', email: 'jana@example.test' };
  const result = await client.callTool({ name: 'daktela_list_crm', arguments: asked });
  expect(daktela.asked[0]).toMatchObject({ filter: { phone: asked.phone, email: asked.email } });
  expect(result.structuredContent).toMatchObject({ records: [{ id: 'contact_0001', name: '‹person 1›' }] });
  expectNobody(JSON.stringify(result));
});

test('a stand-in that is given back is refused, with what to give', async () => {
  const client = await connect(() => gateway.serve(discreet()));
  const result = await client.callTool({ name: 'daktela_list_tickets', arguments: { contact: '‹person 1›' } });
  expect(result).toMatchObject({ isError: true, content: [{ text: expect.stringContaining('Give the id') }] });
});

test('an error names nobody', async () => {
  const daktela = fakeDaktela();
  daktela.contactCentre.tickets.list = async () => {
    const message =
      'contact "Jana" fits several contacts: Jana Vzorová (contact_0001); Jana Jiná (contact_0002). Give the id of one.';
    throw new TelephonyError('INVALID_INPUT', message, { field: 'contact', people: ['Jana Vzorová', 'Jana Jiná'] });
  };
  const client = await connect(() => gateway.serve(discreet({ daktela })));
  const result = await client.callTool({ name: 'daktela_list_tickets', arguments: { contact: 'Jana' } });
  expect(result.content).toMatchObject([
    { text: expect.stringContaining('several contacts: ‹person 1› (contact_0001); ‹person 2› (contact_0002). Give') },
  ]);
  expectNobody(JSON.stringify(result));
});

test('a program of the caller’s own is told nobody’s name either', async () => {
  const answer = await runTool('daktela_list_emails', {}, discreet(), { signal: AbortSignal.timeout(60_000) });
  expectNobody(JSON.stringify(answer));
});

test('classic names name nobody', async () => {
  const client = await connect(() => gateway.serve(discreet()));
  for (const { name, standsFor } of classicNames.filter((one) => one.name.startsWith('list_'))) {
    const given = name === 'list_account_tickets' ? { account: 'Acme' } : {};
    const result = await client.callTool({ name, arguments: given });
    expect(result.isError, `${name} ${standsFor}`).toBeFalsy();
    expectNobody(JSON.stringify(result));
  }
});

test('a caller is told beforehand', async () => {
  const said = async (who: Caller) => (await connect(() => gateway.serve(who))).getInstructions();
  expect(await said(discreet())).toContain('‹…›');
  expect(await said(callerOfDaktela())).not.toContain('‹…›');
});
