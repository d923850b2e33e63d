import { type Sandbox, startSandbox } from '@voxolib/sandbox';
import type { ChangePlan } from '@voxolib/telephony';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { optionsFor } from '../../test/sandbox-provider.ts';
import { createSharing, createVoipmsClient, type VoipmsOptions, type VoipmsSharing } from '../index.ts';
import { voipms } from '../provider/index.ts';

const NEW = '+14165550162';

describe.each(['demo', 'reseller'] as const)('the phonebook of %s', (account) => {
  let sandbox: Sandbox;
  /** What clients of one credential share in a process. */
  let sharing: VoipmsSharing;
  const options = (more: Partial<VoipmsOptions> = {}) => optionsFor(sandbox, account, { sharing, ...more });
  const provider = (more: Partial<VoipmsOptions> = {}) => voipms(options(more));
  const writes = () =>
    sandbox.voipms.requests.flatMap(({ operation = '' }) => (/^(set|del)/.test(operation) ? [operation] : []));
  const methods = ({ steps }: ChangePlan) => steps.map(({ method }) => method);
  const entriesOf = async (number: string) => (await provider().phonebook.entries({ number }, { fresh: true })).entries;
  const groupNamed = async (name: string) =>
    (await provider().phonebook.groups({ name }, { fresh: true })).groups[0] ?? { id: '', name: '', members: [] };

  beforeEach(async () => {
    sandbox = await startSandbox({ seed: 'phonebook' });
    sharing = createSharing();
    const client = createVoipmsClient(options());
    await client.call('setPhonebookGroup', { name: 'Callers' });
    sandbox.voipms.clearRequests();
  });
  afterEach(() => sandbox.close());

  it('plans, and sends nothing', async () => {
    const { plan } = await provider().phonebook.prepareAdd({ number: NEW, group: 'Callers', name: 'Ada' });
    expect(methods(plan)).toEqual(['setPhonebook', 'setPhonebookGroup']);
    expect(plan.steps[0]?.params).toMatchObject({ name: 'Ada', number: '4165550162' });
    expect(plan).toMatchObject({ unchanged: false, before: { in_group: false }, after: { in_group: true } });
    expect(plan.notes).toEqual([`${NEW} goes to VoIP.ms as 4165550162.`]);
    expect(writes()).toEqual([]);
  });

  it('adds a number once, however often and however it is written', async () => {
    const { phonebook } = provider();
    const first = await (await phonebook.prepareAdd({ number: NEW, group: 'callers' })).apply();
    expect(first).toMatchObject({ before: { in_group: false }, after: { in_group: true } });
    expect(first).not.toHaveProperty('warnings');
    const [entry] = await entriesOf('416-555-0162');
    expect((await groupNamed('Callers')).members).toEqual([entry?.id]);
    const again = await phonebook.prepareAdd({ number: '1 (416) 555-0162', group: 'Callers' });
    expect(again.plan).toMatchObject({ steps: [], unchanged: true, before: { in_group: true } });
  });

  it('makes one entry of two adds at once', async () => {
    const adds = await Promise.all(
      [1, 2].map(() => provider().phonebook.prepareAdd({ number: NEW, group: 'Callers' })),
    );
    const outcomes = await Promise.all(adds.map((add) => add.apply()));
    for (const { after } of outcomes) expect(after).toMatchObject({ in_group: true });
    expect(await entriesOf(NEW)).toHaveLength(1);
    expect((await groupNamed('Callers')).members).toHaveLength(1);
    expect(writes().filter((method) => method === 'setPhonebook')).toHaveLength(1);
  });

  it('takes the oldest of several entries of a number, and makes no other', async () => {
    const client = createVoipmsClient(options());
    for (const name of ['One', 'Two']) await client.call('setPhonebook', { name, number: '4165550162' });
    const ids = (await entriesOf(NEW)).map(({ id }) => Number(id));
    const { plan, apply } = await provider().phonebook.prepareAdd({ number: NEW, group: 'Callers' });
    expect(methods(plan)).toEqual(['setPhonebookGroup']);
    await apply();
    expect((await groupNamed('Callers')).members).toEqual([String(Math.min(...ids))]);
    expect(await entriesOf(NEW)).toHaveLength(2);
  });

  it('makes a group that does not exist, unless it is not to', async () => {
    const { phonebook } = provider();
    const { plan, apply } = await phonebook.prepareAdd({ number: NEW, group: 'Brand new' });
    expect(methods(plan)).toEqual(['setPhonebookGroup', 'setPhonebook', 'setPhonebookGroup']);
    await apply();
    expect((await groupNamed('Brand new')).members).toHaveLength(1);
    const refused = phonebook.prepareAdd({ number: NEW, group: 'Another', create_group: false });
    await expect(refused).rejects.toMatchObject({ code: 'NOT_FOUND', field: 'group' });
  });

  it('removes every entry of a number from a group, and keeps the entries unless they are to go', async () => {
    const { phonebook } = provider();
    await (await phonebook.prepareAdd({ number: NEW, group: 'Callers' })).apply();
    const { plan, apply } = await phonebook.prepareRemove({ number: NEW, group: 'Callers' });
    expect(methods(plan)[0]).toBe('setPhonebookGroup');
    expect(plan.steps[0]?.params.members).toBe('');
    expect(await apply()).toMatchObject({ before: { in_group: true }, after: { in_group: false } });
    expect(await entriesOf(NEW)).toHaveLength(1);
    expect((await phonebook.prepareRemove({ number: NEW, group: 'Callers' })).plan.unchanged).toBe(true);

    await (await phonebook.prepareAdd({ number: NEW, group: 'Callers' })).apply();
    await (await phonebook.prepareRemove({ number: NEW, group: 'Callers', delete_entry: true })).apply();
    expect(await entriesOf(NEW)).toEqual([]);
  });

  it('keeps everybody else in the group', async () => {
    const { phonebook } = provider();
    for (const number of ['4165550163', '4165550164', NEW]) {
      await (await phonebook.prepareAdd({ number, group: 'Callers' })).apply();
    }
    await (await phonebook.prepareRemove({ number: NEW, group: 'Callers' })).apply();
    const { entries } = await provider().phonebook.entries({ group_name: 'Callers' }, { fresh: true });
    expect(entries.map(({ number }) => number).sort()).toEqual(['+14165550163', '+14165550164']);
  });

  it('refuses when the group was deleted, or changed, between the plan and the change', async () => {
    const { phonebook } = provider();
    const planned = await phonebook.prepareAdd({ number: NEW, group: 'Callers', create_group: false });
    const other = await phonebook.prepareAdd({ number: '4165550165', group: 'Callers' });
    await other.apply();
    await expect(planned.apply()).rejects.toMatchObject({ code: 'CONFLICT' });
    const { id } = await groupNamed('Callers');
    await createVoipmsClient(options()).call('delPhonebookGroup', { group: id });
    await expect(planned.apply()).rejects.toMatchObject({ code: 'NOT_FOUND', field: 'group' });
    expect(await entriesOf(NEW)).toEqual([]);
  });

  it('does not send again what got no answer, and says how to look', async () => {
    const { apply } = await provider().phonebook.prepareAdd({ number: NEW, group: 'Callers' });
    sandbox.voipms.setFault('done-then=silence', { operation: 'setPhonebook' });
    const change = voipms(options({ timeouts: { writeMs: 500 } })).phonebook;
    const { apply: short } = await change.prepareAdd({ number: NEW, group: 'Callers' });
    await expect(short()).rejects.toMatchObject({ code: 'UNKNOWN_OUTCOME' });
    expect(writes().filter((method) => method === 'setPhonebook')).toHaveLength(1);
    sandbox.voipms.setFault(undefined, { operation: 'setPhonebook' });
    // It was carried out: what was planned before finds that there is an entry, and makes no second one.
    await apply().catch((error: unknown) => expect(error).toMatchObject({ code: 'CONFLICT' }));
    expect(await entriesOf(NEW)).toHaveLength(1);
  });

  it('turns a number away by one group and one filter, whatever is there already', async () => {
    const { callerIdFilters, phonebook } = provider();
    const { plan, apply } = await callerIdFilters.prepareBlock({ number: NEW, group: 'Nuisances' });
    expect(methods(plan).at(-1)).toBe('setCallerIDFiltering');
    await apply();
    const { id } = await groupNamed('Nuisances');
    const { filters } = await provider().callerIdFilters.list({}, { fresh: true });
    expect(filters.filter(({ group_id }) => group_id === id)).toMatchObject([{ did: 'all', routing: 'sys:noservice' }]);
    const second = await callerIdFilters.prepareBlock({ number: '4165550166', group: 'Nuisances' });
    expect(methods(second.plan)).not.toContain('setCallerIDFiltering');
    await second.apply();
    const busy = await callerIdFilters.prepareBlock({ number: NEW, group: 'Nuisances', answer: 'busy' });
    expect(methods(busy.plan)).toEqual(['setCallerIDFiltering']);
    await busy.apply();
    const after = (await provider().callerIdFilters.list({}, { fresh: true })).filters;
    expect(after.filter(({ group_id }) => group_id === id)).toMatchObject([{ routing: 'sys:busy' }]);
    expect((await phonebook.groups({ name: 'Nuisances' }, { fresh: true })).groups[0]?.members).toHaveLength(2);
  });

  it.each([
    ['no number', { number: 'anybody', group: 'Callers' }, 'number'],
    ['a number with a line break', { number: '4165550162\r\nX: y', group: 'Callers' }, 'number'],
    ['forty digits', { number: '4'.repeat(40), group: 'Callers' }, 'number'],
    ['a note that is too long', { number: NEW, group: 'Callers', note: 'x'.repeat(51) }, 'note'],
  ])('refuses %s', async (_, request, field) => {
    await expect(provider().phonebook.prepareAdd(request)).rejects.toMatchObject({ code: 'INVALID_INPUT', field });
    expect(writes()).toEqual([]);
  });

  it('names the groups when several have a name, and the id when there is none', async () => {
    const client = createVoipmsClient(options());
    await client.call('setPhonebookGroup', { name: 'callers' });
    const several = provider().phonebook.prepareAdd({ number: NEW, group: 'Callers' });
    await expect(several).rejects.toMatchObject({ code: 'INVALID_INPUT', message: expect.stringMatching(/\d+, \d+/) });
    const none = provider().phonebook.prepareAdd({ number: NEW, group: '1' });
    await expect(none).rejects.toMatchObject({ code: 'NOT_FOUND', field: 'group' });
  });
});
