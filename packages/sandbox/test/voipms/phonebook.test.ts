import { describe, expect, it } from 'vitest';
import { sandboxForTests } from '../harness.ts';
import { callVoipms, rowsOf } from './harness.ts';

describe('the phonebook', () => {
  it('is searched by entry, name, group and name of group', async () => {
    const sandbox = await sandboxForTests();
    const ids = async (parameters: Record<string, string>) =>
      (await rowsOf(sandbox, 'phonebooks', 'getPhonebook', parameters)).map(({ phonebook }) => phonebook);
    expect(await ids({ phonebook: '41207' })).toEqual(['41207']);
    expect(await ids({ name: 'ROBO' })).toEqual(['41207', '41512']);
    expect(await ids({ group: '9310' })).toEqual(['41207', '41399']);
    expect(await ids({ group_name: 'spam' })).toEqual(['41207', '41399']);
    expect(await callVoipms(sandbox, 'getPhonebook', { phonebook: '1' })).toMatchObject({
      status: 'invalid_phonebook',
    });
    expect(await callVoipms(sandbox, 'getPhonebook', { group: '9312' })).toMatchObject({ status: 'no_phonebook' });
    expect(await callVoipms(sandbox, 'getPhonebook', {}, { account: 'empty' })).toMatchObject({
      status: 'no_phonebook',
    });
  });

  it('has numbers twice and groups without members, under either key', async () => {
    const sandbox = await sandboxForTests();
    const numbers = (await rowsOf(sandbox, 'phonebooks', 'getPhonebook')).map(({ number }) => number);
    expect(new Set(numbers).size).toBeLessThan(numbers.length);
    const groups = await rowsOf(sandbox, 'phonebooks', 'getPhonebookGroups', { name: 'spam' });
    expect(groups).toEqual([
      { phonebook_group: '9310', name: 'Spam', members: '41207;41399' },
      { phonebook_group: '9312', name: 'Spam archive', members: '' },
    ]);
    expect(await rowsOf(sandbox, 'phonebook_groups', 'getPhonebookGroups', {}, { account: 'reseller' })).toHaveLength(
      1,
    );
    const fault = 'groups-key=phonebook_groups';
    expect(await rowsOf(sandbox, 'phonebook_groups', 'getPhonebookGroups', {}, { fault })).toHaveLength(4);
  });

  it('keeps what is written, for this sandbox and this account alone', async () => {
    const sandbox = await sandboxForTests();
    const entry = { name: 'New', number: '4505550123', note: 'first' };
    const { phonebook } = await callVoipms(sandbox, 'setPhonebook', { ...entry, group: '9310' });
    const read = async () => (await rowsOf(sandbox, 'phonebooks', 'getPhonebook', { phonebook: String(phonebook) }))[0];
    expect(await read()).toMatchObject({ ...entry, group: '9310', group_name: 'Spam' });
    const [group] = await rowsOf(sandbox, 'phonebooks', 'getPhonebookGroups', { group: '9310' });
    expect(group?.members).toBe(`41207;41399;${phonebook}`);

    await callVoipms(sandbox, 'setPhonebook', { phonebook: String(phonebook), name: 'Changed', number: '4505550123' });
    expect(await read()).toMatchObject({ name: 'Changed', note: '', group: '', group_name: '' });
    await callVoipms(sandbox, 'setPhonebookGroup', { group: '9312', name: 'Spam archive', members: `${phonebook};1;` });
    expect(await read()).toMatchObject({ group: '9312' });
    expect(await callVoipms(sandbox, 'delPhonebook', { phonebook: String(phonebook) })).toEqual({ status: 'success' });
    expect(await rowsOf(sandbox, 'phonebooks', 'getPhonebookGroups', { group: '9312' })).toMatchObject([
      { members: '' },
    ]);
    expect(await callVoipms(sandbox, 'delPhonebook', { phonebook: String(phonebook) })).toMatchObject({
      status: 'invalid_phonebook',
    });
    const other = await sandboxForTests();
    expect(await rowsOf(other, 'phonebooks', 'getPhonebook')).toHaveLength(7);
    expect(await rowsOf(sandbox, 'phonebooks', 'getPhonebook', {}, { account: 'reseller' })).toHaveLength(1);
  });

  it('writes whole groups', async () => {
    const sandbox = await sandboxForTests();
    const { group } = await callVoipms(sandbox, 'setPhonebookGroup', { name: 'Nuisances', members: '41512' });
    const read = () => rowsOf(sandbox, 'phonebooks', 'getPhonebookGroups', { group: String(group) });
    expect(await read()).toMatchObject([{ name: 'Nuisances', members: '41512' }]);
    await callVoipms(sandbox, 'setPhonebookGroup', { group: String(group), name: 'Nuisances' });
    expect(await read()).toMatchObject([{ members: '' }]);
    await callVoipms(sandbox, 'delPhonebookGroup', { group: String(group) });
    expect(await callVoipms(sandbox, 'getPhonebookGroups', { group: String(group) })).toMatchObject({
      status: 'no_phonebook_group',
    });
    for (const method of ['setPhonebookGroup', 'delPhonebookGroup']) {
      expect(await callVoipms(sandbox, method, { group: String(group), name: 'Gone' })).toMatchObject({
        status: 'invalid_phonebook',
      });
    }
  });

  it('refuses what is no entry', async () => {
    const sandbox = await sandboxForTests();
    const refused = async (parameters: Record<string, string>) =>
      (await callVoipms(sandbox, 'setPhonebook', parameters)).status;
    expect(await refused({ number: '4505550123' })).toBe('missing_name');
    expect(await refused({ name: 'A' })).toBe('missing_number');
    expect(await refused({ name: 'A', number: '+14505550123' })).toBe('invalid_number');
    expect(await refused({ name: 'A', number: '4505550123', note: 'x'.repeat(51) })).toBe('note_toolong');
    expect(await refused({ name: 'A', number: '4505550123', speed_dial: '*7501' })).toBe('used_speed_dial');
    expect(await refused({ name: 'A', number: '4505550123', group: '1' })).toBe('invalid_phonebook');
    expect(await refused({ name: 'A', number: '4505550123', phonebook: '1' })).toBe('invalid_phonebook');
  });
});

describe('caller-ID filters', () => {
  const rule = { callerid: 'p:9310', did: '5145550142', routing: 'sys:busy' };

  it('are read by filtering, written by filter', async () => {
    const sandbox = await sandboxForTests();
    const { filtering } = await callVoipms(sandbox, 'setCallerIDFiltering', rule);
    const id = String(filtering);
    await callVoipms(sandbox, 'setCallerIDFiltering', { ...rule, filter: id, routing: 'sys:hangup', note: 'changed' });
    expect(await rowsOf(sandbox, 'filtering', 'getCallerIDFiltering', { filtering: id })).toEqual([
      {
        ...rule,
        filtering: id,
        routing: 'sys:hangup',
        failover_unreachable: 'none:',
        failover_busy: 'none:',
        failover_noanswer: 'none:',
        note: 'changed',
      },
    ]);
    // With the wrong name it is one more rule, which there is already.
    expect(await callVoipms(sandbox, 'setCallerIDFiltering', { ...rule, filtering: id })).toMatchObject({
      status: 'used_filter',
    });
    expect(await callVoipms(sandbox, 'delCallerIDFiltering', { filtering: id })).toEqual({ status: 'success' });
    expect(await callVoipms(sandbox, 'getCallerIDFiltering', { filtering: id })).toMatchObject({ status: 'no_filter' });
  });

  it('refuse what is no rule', async () => {
    const sandbox = await sandboxForTests();
    const refused = async (change: Record<string, string>) =>
      (await callVoipms(sandbox, 'setCallerIDFiltering', { ...rule, ...change })).status;
    expect(await refused({ callerid: '' })).toBe('missing_callerid');
    expect(await refused({ callerid: '+14165550117' })).toBe('invalid_callerid');
    expect(await refused({ did: '+15145550142' })).toBe('invalid_did');
    expect(await refused({ routing: 'nowhere:1' })).toBe('invalid_routing_header');
    expect(await refused({ failover_busy: 'nowhere' })).toBe('invalid_failover_header');
    expect(await refused({ filter: '1' })).toBe('invalid_filter');
    for (const callerid of ['0', 'i', 'p', '214*', '214XXX0000', 'sb'])
      expect(await refused({ callerid })).toBe('success');
  });
});
