import { type Sandbox, startSandbox } from '@voxolib/sandbox';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Data, type VoipmsClient, voipmsClient } from './support/voipms-client.ts';

const MARK = 'voipms_mark_number_as_spam';
const ADD = 'voipms_add_number_to_phonebook_group';
const number = '+12125550188';
const toSuppliers = { number, group: 'Suppliers', dry_run: false };

let sandbox: Sandbox;
let client: VoipmsClient;
beforeEach(async () => {
  sandbox = await startSandbox();
  client = await voipmsClient(sandbox);
});
afterEach(() => sandbox.close());

/** Methods that were called and are not reads, in order. */
const changesSent = () =>
  sandbox.voipms.requests.map(({ operation }) => operation ?? '').filter((method) => !method.startsWith('get'));

test.each<[string, Record<string, unknown>, (data: Data) => void]>([
  ['voipms_get_balance', {}, ({ balance }) => expect(Number(balance.amount)).toBeGreaterThan(0)],
  ['voipms_get_recent_cdr', { days: 7 }, ({ calls, total }) => expect(calls).toHaveLength(Math.min(50, total))],
  ['voipms_get_accounts', {}, ({ lines }) => expect(lines).toHaveLength(4)],
  ['voipms_get_call_accounts', {}, ({ accounts }) => expect(accounts[0].value).toBe('all')],
  ['voipms_get_phonebook_groups', { name: 'spam' }, ({ groups }) => expect(groups).toHaveLength(1)],
  ['voipms_get_phonebook_entries', { group_name: 'Spam' }, ({ total }) => expect(total).toBe(2)],
  ['voipms_get_phonebook_entries', { number: '416-555-0117' }, ({ entries }) => expect(entries).toHaveLength(2)],
  ['voipms_get_callerid_filters', {}, ({ filters }) => expect(filters[0].group_id).toBe('9310')],
  ['voipms_inspect_number', { number: '4165550117' }, ({ groups }) => expect(groups).toContain('Spam')],
  ['voipms_suggest_spam_numbers', { days: 60 }, ({ suspects }) => expect(suspects[0].score).toBeGreaterThan(3)],
])('%s with %o answers', async (name, given, check) => {
  const { data, text, isError } = await client.call(name, given);
  expect(isError, text).toBe(false);
  check(data);
  expect(text + JSON.stringify(data)).not.toMatch(/password/i);
});

test('the totals of call_stats are the calls that are listed one by one', async () => {
  const days = { start_date: '2026-10-05', end_date: '2026-10-11', tz: 'America/Toronto' };
  const { data: stats } = await client.call('call_stats', { ...days, group_by: [] });
  const { data: listed } = await client.call('voipms_get_recent_cdr', { ...days, limit: 1 });
  expect(stats.totals.calls).toBe(listed.total);
  expect(stats.totals.status_breakdown).toEqual(listed.status_breakdown);
});

test('a number is blocked and unblocked, and nothing is sent that the plan did not show', async () => {
  const { planned, made } = await client.confirmed(MARK, { number, name: 'Nuisance' });
  expect(made.data.status, made.text).toBe('done');
  const shown: string[] = planned.steps.map(({ method }: Data) => method);
  expect(changesSent()).not.toEqual([]);
  for (const method of changesSent()) expect(shown).toContain(method);
  const groups = async () => (await client.call('voipms_inspect_number', { number })).data.groups;
  expect(await groups()).toEqual(['Spam']);
  expect((await client.call(MARK, { number, dry_run: false })).data.status).toBe('unchanged');
  expect((await client.confirmed('voipms_unmark_number_as_spam', { number })).made.data.status).toBe('done');
  expect(await groups()).toEqual([]);
});

test('the first number that is blocked gets a group and a filter, in the order of the plan', async () => {
  const { planned, made } = await client.confirmed(MARK, { number, group: 'Pests', answer: 'busy' });
  expect(made.data.status, made.text).toBe('done');
  expect(planned.steps[0].method).toBe('setPhonebookGroup');
  const { data } = await client.call('voipms_inspect_number', { number });
  expect(data).toMatchObject({ groups: ['Pests'], filters: [{ did: 'all', routing: 'sys:busy' }] });
});

test('a dry run sends nothing that changes', async () => {
  for (const dry_run of [undefined, 'false', 0, null, true]) {
    const given = { number, ...(dry_run !== undefined && { dry_run }) };
    expect((await client.call(MARK, given)).data.status).toBe('dry_run');
  }
  expect(changesSent()).toEqual([]);
});

test('a number is sent with ten digits, which is said', async () => {
  const { data } = await client.call(MARK, { number });
  const params = data.steps.flatMap((step: Data) => step.params);
  expect(params).toContainEqual({ name: 'number', value: '2125550188' });
  expect(data.notes.join(' ')).toContain('+12125550188 goes to VoIP.ms as 2125550188');
});

test('two confirmed adds of one number at once make one entry', async () => {
  const plans = [await client.call(ADD, toSuppliers), await client.call(ADD, toSuppliers)];
  const ends = await Promise.all(
    plans.map(({ data }) => client.call(ADD, { ...toSuppliers, confirmation: data.confirmation })),
  );
  expect(ends.map(({ code, data }) => code ?? data.status)).toContain('done');
  expect(changesSent().filter((method) => method === 'setPhonebook')).toHaveLength(1);
  expect((await client.call('voipms_get_phonebook_entries', { number })).data.total).toBe(1);
});

test('a change that is made and not answered is told as unknown, and not sent again', async () => {
  const { data } = await client.call(ADD, toSuppliers);
  sandbox.voipms.setFault('done-then=page', { operation: 'setPhonebook' });
  for (let time = 0; time < 2; time += 1) {
    const { isError, code } = await client.call(ADD, { ...toSuppliers, confirmation: data.confirmation });
    expect(isError).toBe(true);
    expect(code).toBe('UNKNOWN_OUTCOME');
  }
  expect(changesSent()).toEqual(['setPhonebook']);
  sandbox.voipms.setFault(undefined);
  expect((await client.call('voipms_get_phonebook_entries', { number })).data.total).toBe(1);
});

test('a group that goes between the plan and the change is not made anew in silence', async () => {
  const { data } = await client.call(ADD, toSuppliers);
  const { username, apiPassword } = sandbox.voipms.accounts.demo;
  const form = new FormData();
  const fields = { api_username: username, api_password: apiPassword, method: 'delPhonebookGroup', group: '9313' };
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  await fetch(sandbox.voipms.url, { method: 'POST', body: form });
  const { code } = await client.call(ADD, { ...toSuppliers, confirmation: data.confirmation });
  expect(code).toBe('CONFLICT');
  expect(changesSent()).toEqual(['delPhonebookGroup']);
});
