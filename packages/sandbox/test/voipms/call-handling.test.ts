import { describe, expect, it } from 'vitest';
import { sandboxForTests } from '../harness.ts';
import { callVoipms, rowsOf, type Wire } from './harness.ts';

/** Every kind of record: how it is listed, made, changed and deleted. `id` is the parameter of the id. */
const kinds: {
  id: string;
  get: string;
  key: string;
  set: string;
  del: string;
  good: Wire;
  empty: string;
  delId?: string;
}[] = [
  {
    id: 'ivr',
    get: 'getIVRs',
    key: 'ivrs',
    set: 'setIVR',
    del: 'delIVR',
    empty: 'no_ivr',
    good: {
      name: 'Menu',
      recording: '7710',
      timeout: '5',
      language: 'en',
      voicemailsetup: '1',
      choices: '1=grp:4801 ; 2=vm:1001',
    },
  },
  {
    id: 'ring_group',
    get: 'getRingGroups',
    key: 'ring_groups',
    set: 'setRingGroup',
    del: 'delRingGroup',
    delId: 'ringgroup',
    empty: 'no_ringgroup',
    good: { name: 'Team', members: 'account:200345_desk,20,0;fwd:30112', voicemail: '0' },
  },
  {
    id: 'forwarding',
    get: 'getForwardings',
    key: 'forwardings',
    set: 'setForwarding',
    del: 'delForwarding',
    empty: 'no_forwarding',
    good: { phone_number: '4385550165', description: 'Mobile' },
  },
  {
    id: 'timecondition',
    get: 'getTimeConditions',
    key: 'timecondition',
    set: 'setTimeCondition',
    del: 'delTimeCondition',
    empty: 'no_timecondition',
    good: {
      name: 'Morning',
      routing_match: 'ivr:6120',
      routing_nomatch: 'vm:1001',
      starthour: '8;9',
      startminute: '0;30',
      endhour: '12;12',
      endminute: '0;0',
      weekdaystart: 'mon;sat',
      weekdayend: 'fri;sat',
    },
  },
  {
    id: 'queue',
    get: 'getQueues',
    key: 'queues',
    set: 'setQueue',
    del: 'delQueue',
    empty: 'no_queue',
    good: {
      queue_name: 'orders',
      queue_number: '7',
      queue_language: 'fr',
      priority_weight: '1',
      report_hold_time_agent: 'no',
      join_when_empty: 'yes',
      leave_when_empty: 'no',
      ring_strategy: 'ringall',
      ring_inuse: 'yes',
    },
  },
  {
    id: 'disa',
    get: 'getDISAs',
    key: 'disa',
    set: 'setDISA',
    del: 'delDISA',
    empty: 'no_disa',
    good: { name: 'Out', pin: '123456', digit_timeout: '8' },
  },
  {
    id: 'callhunting',
    get: 'getCallHuntings',
    key: 'call_hunting',
    set: 'setCallHunting',
    del: 'delCallHunting',
    empty: 'no_callhunting',
    good: {
      description: 'Hunt',
      music: 'default',
      recording: 'default',
      language: 'en',
      order: 'random',
      members: 'account:200345_desk;fwd:30112;none:;none:;none:;none:;none:;none:',
      ring_time: '20;20;20;20;20;20;20;20',
      press: '0;1;0;0;0;0;0;0',
    },
  },
  {
    id: 'callback',
    get: 'getCallbacks',
    key: 'callbacks',
    set: 'setCallback',
    del: 'delCallback',
    empty: 'no_callback',
    good: { description: 'Back', number: '4385550165', delay_before: '3', response_timeout: '9', digit_timeout: '5' },
  },
];

describe.each(kinds)('$get', ({ id, get, key, set, del, delId = id, good, empty }) => {
  it('lists what is made, changed and deleted', async () => {
    const sandbox = await sandboxForTests();
    const before = await rowsOf(sandbox, key, get);
    const made = await callVoipms(sandbox, set, good);
    const own = { [id]: String(made[id]) };
    expect(made.status).toBe('success');
    const [row] = await rowsOf(sandbox, key, get, own);
    expect(row).toMatchObject({ ...good, ...own });
    expect(Object.keys(row ?? {}).sort()).toEqual(expect.arrayContaining(Object.keys(before[0] ?? {}).sort()));
    const [name = '', value = ''] = Object.entries(good).find(([field]) => /name|description/.test(field)) ?? [];
    await callVoipms(sandbox, set, { ...good, ...own, [name]: `${value} 2` });
    expect(await rowsOf(sandbox, key, get, own)).toEqual([{ ...row, [name]: `${value} 2` }]);
    expect(await rowsOf(sandbox, key, get)).toHaveLength(before.length + 1);
    expect(await callVoipms(sandbox, del, { [delId]: String(made[id]) })).toEqual({ status: 'success' });
    expect(await rowsOf(sandbox, key, get)).toEqual(before);
  });

  it('says what is missing, unknown or empty', async () => {
    const sandbox = await sandboxForTests();
    for (const name of Object.keys(good)) {
      const { status } = await callVoipms(sandbox, set, { ...good, [name]: '' });
      const isRequired = !['description'].includes(name) || set !== 'setForwarding';
      if (isRequired) expect([name, status]).toEqual([name, expect.stringMatching(/^missing_/)]);
    }
    const unknown = `invalid_${delId.replace('_', '')}`;
    expect((await callVoipms(sandbox, set, { ...good, [id]: '1' })).status).toBe(unknown);
    expect((await callVoipms(sandbox, del, { [delId]: '1' })).status).toBe(unknown);
    expect((await callVoipms(sandbox, del, { wrong_name: '1' })).status).toMatch(/^missing_/);
    expect((await callVoipms(sandbox, get, {}, { account: 'empty' })).status).toBe(empty);
    expect((await callVoipms(sandbox, get, { [id]: '1' })).status).toBe(empty);
  });
});

describe('what a record cannot be', () => {
  it.each([
    ['setTimeCondition', { routing_nomatch: 'none:' }, 'invalid_routing_header'],
    ['setTimeCondition', { starthour: '8' }, 'invalid_numbermembers'],
    ['setTimeCondition', { weekdayend: 'Friday;sat' }, 'invalid_weekdayend'],
    ['setIVR', { choices: '1=nowhere:1' }, 'invalid_routing_header'],
    ['setRingGroup', { voicemail: 'none' }, 'invalid_mailbox'],
    ['setForwarding', { phone_number: '+14385550165' }, 'invalid_phonenumber'],
    ['setQueue', { ring_strategy: 'loud' }, 'invalid_strategy'],
    ['setQueue', { fail_over_routing_full: '1001' }, 'invalid_failover_header'],
    ['setDISA', { pin: '12' }, 'invalid_pin'],
    ['setCallHunting', { press: '1' }, 'invalid_numbermembers'],
    ['setCallback', { delay_before: '0' }, 'invalid_delay_before'],
    ['setCallback', { number: '5145550142' }, 'existing_did'],
  ])('%s with %j', async (set, change, status) => {
    const sandbox = await sandboxForTests();
    const good = kinds.find((kind) => kind.set === set)?.good;
    expect((await callVoipms(sandbox, set, { ...good, ...change })).status).toBe(status);
  });
});

describe('a whole write', () => {
  it('empties what it leaves out', async () => {
    const sandbox = await sandboxForTests();
    const before = await rowsOf(sandbox, 'forwardings', 'getForwardings', { forwarding: '30112' });
    expect(before).toMatchObject([{ description: 'On-call mobile' }]);
    await callVoipms(sandbox, 'setForwarding', { forwarding: '30112', phone_number: '4385550164' });
    expect(await rowsOf(sandbox, 'forwardings', 'getForwardings', { forwarding: '30112' })).toMatchObject([
      { phone_number: '4385550164', description: '' },
    ]);
  });
});

describe('what is in use', () => {
  it('is not deleted', async () => {
    const sandbox = await sandboxForTests();
    const status = async (method: string, parameters: Wire) => (await callVoipms(sandbox, method, parameters)).status;
    expect(await status('delSIPURI', { sipuri: '6255' })).toBe('sipuri_in_phonebook');
    await status('delPhonebook', { phonebook: '41515' });
    expect(await status('delSIPURI', { sipuri: '6255' })).toBe('success');
    expect(await status('delRecording', { recording: '7710' })).toBe('recording_in_use_ivr');
    await status('delIVR', { ivr: '6120' });
    expect(await status('delRecording', { recording: '7710' })).toBe('success');
    expect(await status('delRecording', { recording: '7710' })).toBe('invalid_recording');
  });
});

describe('the call flow of the demo account', () => {
  it('has a cycle, routes that dangle, and every header that is documented', async () => {
    const sandbox = await sandboxForTests();
    const [ivrs, conditions, groups, dids] = await Promise.all([
      rowsOf(sandbox, 'ivrs', 'getIVRs'),
      rowsOf(sandbox, 'timecondition', 'getTimeConditions'),
      rowsOf(sandbox, 'ring_groups', 'getRingGroups'),
      rowsOf(sandbox, 'dids', 'getDIDsInfo'),
    ]);
    const evening = ivrs.find(({ ivr }) => ivr === '6121');
    expect(evening?.choices).toContain('tc:1903');
    expect(conditions.find(({ timecondition }) => timecondition === '1903')?.routing_nomatch).toBe('ivr:6121');
    const missing = dids.find(({ routing }) => routing === 'grp:4899');
    expect(missing).toBeDefined();
    expect(groups.map(({ ring_group }) => ring_group)).not.toContain('4899');
    const all = JSON.stringify([ivrs, conditions, groups, dids, await rowsOf(sandbox, 'queues', 'getQueues')]);
    for (const header of ['account', 'fwd', 'vm', 'sip', 'grp', 'ivr', 'queue', 'cb', 'tc', 'disa', 'none']) {
      expect(all).toContain(`${header}:`);
    }
    expect(await rowsOf(sandbox, 'members', 'getStaticMembers', { queue: '3010' })).toHaveLength(2);
    expect(await rowsOf(sandbox, 'sipuris', 'getSIPURIs')).toMatchObject([{ uri: '100@pbx.example.org' }]);
  });
});
