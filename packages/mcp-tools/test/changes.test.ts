import { TelephonyError } from '@voxolib/telephony';
import { connect, type Era, eras, fakeVoipms, type Person } from '@voxolib/test-kit';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Caller, createToolServer, type Scope, tools } from '../src/index.ts';
import { callerWithAll } from './callers.ts';

const MARK = 'voipms_mark_number_as_spam';
const caller = '+12125550123';

let voipms: ReturnType<typeof fakeVoipms>;
let server: ReturnType<typeof createToolServer>;
let who: Caller;

beforeEach(() => {
  voipms = fakeVoipms();
  server = createToolServer({ tools, info: { name: 'test', version: '0' } });
  who = callerWithAll({ voipms });
});
afterEach(() => {
  vi.useRealTimers();
});

const inSpam = () => voipms.state.entries.filter(({ number, group_id }) => number === caller && group_id === '9310');

interface Told {
  status: string;
  steps: { method: string; params: { name: string; value: string }[] }[];
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  notes: string[];
  confirmation?: string;
  repeated?: boolean;
}

async function call(
  given: Record<string, unknown>,
  options: { name?: string; as?: Caller; era?: Era; person?: Person } = {},
): Promise<{ told: Told; text: string; isError: boolean; code: unknown }> {
  const client = await connect(() => server.serve(options.as ?? who), options.era, options.person);
  const result = await client.callTool({ name: options.name ?? MARK, arguments: given });
  const [content] = result.content as { text: string }[];
  const meta = result._meta?.['com.voxolib/error'] as { code?: string } | undefined;
  return {
    told: result.structuredContent as unknown as Told,
    text: content?.text ?? '',
    isError: result.isError === true,
    code: meta?.code,
  };
}

/** The plan, and what confirms it. */
async function planned(given: Record<string, unknown> = { number: caller }, as = who): Promise<string> {
  const { told } = await call({ ...given, dry_run: false }, { as });
  expect(told.status).toBe('confirmation_needed');
  return told.confirmation ?? '';
}

describe.each(eras)('in the era of %s', (era) => {
  test.each([undefined, true, 'false', 'no', 0, 1, null, [], { false: false }])(
    'dry_run %j changes nothing, and says so',
    async (dry_run) => {
      const given = dry_run === undefined ? { number: caller } : { number: caller, dry_run };
      const { told, text } = await call(given, { era });
      expect(told.status).toBe('dry_run');
      expect(told.steps.map(({ method }) => method)).toEqual(['setPhonebook']);
      expect(told.steps[0]?.params).toContainEqual({ name: 'number', value: caller });
      expect(told.before).toEqual({ group: 'Spam', has_number: false, turned_away: true });
      expect(told.after).toMatchObject({ has_number: true });
      expect(text).toContain('nothing was changed, because dry_run is not the boolean false');
      expect(voipms.state.sent).toEqual([]);
    },
  );

  test('without a way to ask, the change is made by a second call that brings the confirmation', async () => {
    const given = { number: caller, dry_run: false };
    const first = await call(given, { era });
    expect(first.told.status).toBe('confirmation_needed');
    expect(first.told.steps).toHaveLength(1);
    expect(voipms.state.sent).toEqual([]);
    const second = await call({ ...given, confirmation: first.told.confirmation }, { era });
    expect(second.told).toMatchObject({ status: 'done', before: { has_number: false }, after: { has_number: true } });
    expect(inSpam()).toHaveLength(1);
  });

  test('what is as it should be is not sent', async () => {
    const { told } = await call({ number: '+14165550117', dry_run: false }, { era });
    expect(told.status).toBe('unchanged');
    expect(voipms.state.sent).toEqual([]);
  });
});

describe('with a person who can be asked', () => {
  const yes: Person = () => ({ action: 'accept', content: { confirm: true } });

  test('the change is made when they say yes, and they see what would be sent', async () => {
    const asked: string[] = [];
    const person: Person = (message) => {
      asked.push(message);
      return yes(message);
    };
    const { told } = await call({ number: caller, dry_run: false }, { person });
    expect(told.status).toBe('done');
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain(`1. setPhonebook {"name":"","number":"${caller}"}`);
    expect(inSpam()).toHaveLength(1);
  });

  test.each<[string, ReturnType<Person>]>([
    ['declines', { action: 'decline' }],
    ['closes the question', { action: 'cancel' }],
    ['unticks the box', { action: 'accept', content: { confirm: false } }],
    ['answers something else', { action: 'accept', content: { confirm: 'yes' } }],
  ])('nothing is changed when the person %s', async (_, reply) => {
    const { told } = await call({ number: caller, dry_run: false }, { person: () => reply });
    expect(told.status).toBe('declined');
    expect(voipms.state.sent).toEqual([]);
  });

  test('an answer that comes after ten minutes counts no more', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-31T12:00:00Z') });
    const person: Person = (message) => {
      vi.setSystemTime(new Date('2026-03-31T12:10:02Z'));
      return yes(message);
    };
    await expect(call({ number: caller, dry_run: false }, { person })).rejects.toThrow(/expired requestState/);
    expect(voipms.state.sent).toEqual([]);
  });

  test('a dry run does not ask', async () => {
    const person: Person = () => {
      throw new Error('asked');
    };
    expect((await call({ number: caller }, { person })).told.status).toBe('dry_run');
  });

  test('what changed between the question and the answer is not overwritten', async () => {
    const person: Person = (message) => {
      voipms.state.filters.length = 0;
      return yes(message);
    };
    const { code } = await call({ number: caller, dry_run: false }, { person });
    expect(code).toBe('CONFLICT');
    expect(voipms.state.sent).toEqual([]);
  });
});

describe('a confirmation', () => {
  test.each([
    ['another number', { number: '+12125550124' }],
    ['another group', { number: caller, group: 'Friends' }],
    ['one argument more', { number: caller, note: 'rude' }],
    ['a key that it was not made with', { number: caller, idempotency_key: 'another-key' }],
  ])('does not count for %s', async (_, other) => {
    const confirmation = await planned();
    const { code, text } = await call({ ...other, dry_run: false, confirmation });
    expect(code).toBe('INVALID_INPUT');
    expect(text).toContain('for another caller, tool or other arguments');
    expect(voipms.state.sent).toEqual([]);
  });

  test('does not count for another tool', async () => {
    const confirmation = await planned({ number: '+14165550117', group: 'Friends' });
    const given = { number: '+14165550117', group: 'Friends', dry_run: false, confirmation };
    const { code } = await call(given, { name: 'voipms_add_number_to_phonebook_group' });
    expect(code).toBe('INVALID_INPUT');
    expect(voipms.state.sent).toEqual([]);
  });

  test('does not count for another caller', async () => {
    const confirmation = await planned();
    const as = { ...who, subject: 'somebody else' };
    const { code } = await call({ number: caller, dry_run: false, confirmation }, { as });
    expect(code).toBe('INVALID_INPUT');
    expect(voipms.state.sent).toEqual([]);
  });

  test('does not count after ten minutes', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-31T12:00:00Z') });
    const confirmation = await planned();
    vi.setSystemTime(new Date('2026-03-31T12:10:02Z'));
    const { text, code } = await call({ number: caller, dry_run: false, confirmation });
    expect(code).toBe('INVALID_INPUT');
    expect(text).toContain('expired');
    expect(voipms.state.sent).toEqual([]);
  });

  test.each(['', 'v1.e30.AAAA', 'x'.repeat(1999)])('%s was not made here', async (confirmation) => {
    const { code } = await call({ number: caller, dry_run: false, confirmation });
    expect(code).toBe('INVALID_INPUT');
    expect(voipms.state.sent).toEqual([]);
  });

  test('of a server with another key does not count', async () => {
    const confirmation = await planned();
    server = createToolServer({ tools, info: { name: 'test', version: '0' } });
    expect((await call({ number: caller, dry_run: false, confirmation })).code).toBe('INVALID_INPUT');
  });

  test('counts once: brought again, it gives the first result', async () => {
    const confirmation = await planned();
    const given = { number: caller, dry_run: false, confirmation };
    const first = await call(given);
    const again = await call(given);
    expect(again.told).toEqual({ ...first.told, repeated: true });
    expect(voipms.state.sent).toEqual(['setPhonebook']);
  });

  test('with dry_run still makes nothing', async () => {
    const confirmation = await planned();
    expect((await call({ number: caller, confirmation })).told.status).toBe('dry_run');
  });

  test('of a plan that no longer fits is refused', async () => {
    const confirmation = await planned();
    voipms.state.filters.length = 0;
    expect((await call({ number: caller, dry_run: false, confirmation })).code).toBe('CONFLICT');
    expect(voipms.state.sent).toEqual([]);
  });
});

describe('a key', () => {
  const keyed = { number: caller, idempotency_key: 'order-2026-03-31' };

  test('gives the first result again, whatever is there by then', async () => {
    const confirmation = await planned(keyed);
    const first = await call({ ...keyed, dry_run: false, confirmation });
    const again = await call({ ...keyed, dry_run: false });
    expect(again.told).toEqual({ ...first.told, repeated: true });
    expect(voipms.state.sent).toEqual(['setPhonebook']);
  });

  test('is refused for other arguments', async () => {
    const confirmation = await planned(keyed);
    await call({ ...keyed, dry_run: false, confirmation });
    const { code } = await call({ ...keyed, number: '+12125550124', dry_run: false });
    expect(code).toBe('CONFLICT');
  });

  test('of another caller is another key', async () => {
    const confirmation = await planned(keyed);
    await call({ ...keyed, dry_run: false, confirmation });
    const as = { ...who, subject: 'somebody else' };
    expect((await call({ ...keyed, dry_run: false }, { as })).told.status).toBe('unchanged');
  });

  test('many at once with one confirmation make one change and have one result', async () => {
    const confirmation = await planned();
    const given = { number: caller, dry_run: false, confirmation };
    const all = await Promise.all(Array.from({ length: 5 }, () => call(given)));
    expect(all.map(({ told }) => told.status)).toEqual(Array(5).fill('done'));
    expect(all.filter(({ told }) => told.repeated !== true)).toHaveLength(1);
    expect(voipms.state.sent).toEqual(['setPhonebook']);
  });

  test('two confirmed adds of one number at once make one entry', async () => {
    const [one, other] = [await planned(), await planned()];
    const both = await Promise.all(
      [one, other].map((confirmation) => call({ number: caller, dry_run: false, confirmation })),
    );
    const ends = both.map(({ code, told }) => code ?? told.status);
    // The other plans before the change or after it.
    expect(ends.filter((end) => end === 'done')).toHaveLength(1);
    expect(ends.find((end) => end !== 'done')).toMatch(/^(CONFLICT|unchanged)$/);
    expect(inSpam()).toHaveLength(1);
  });
});

describe('the outcome', () => {
  test('that nobody knows is told as unknown, again too, and nothing is sent twice', async () => {
    let sent = 0;
    voipms = fakeVoipms({
      beforeChange: async () => {
        sent += 1;
        throw new TelephonyError('UNKNOWN_OUTCOME', 'VoIP.ms did not answer. Look with voipms_inspect_number.');
      },
    });
    who = callerWithAll({ voipms });
    const given = { number: caller, dry_run: false, confirmation: await planned() };
    for (const told of [await call(given), await call(given)]) {
      expect(told.code).toBe('UNKNOWN_OUTCOME');
      expect(told.text).toContain('voipms_inspect_number');
      expect(told.text).toContain('Do not send it again');
    }
    expect(sent).toBe(1);
  });

  test('of a failure that is ours is unknown, and says nothing of its cause', async () => {
    voipms = fakeVoipms({ beforeChange: () => Promise.reject(new Error('secret detail')) });
    who = callerWithAll({ voipms });
    const told = await call({ number: caller, dry_run: false, confirmation: await planned() });
    expect(told.code).toBe('UNKNOWN_OUTCOME');
    expect(told.text).not.toContain('secret detail');
  });

  test('is kept for a caller who has gone meanwhile', async () => {
    const reached = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    voipms = fakeVoipms({
      async beforeChange() {
        reached.resolve();
        await go.promise;
      },
    });
    who = callerWithAll({ voipms });
    const given = { number: caller, dry_run: false, confirmation: await planned() };
    const client = await connect(() => server.serve(who));
    const leaving = new AbortController();
    const gone = client.callTool({ name: MARK, arguments: given }, { signal: leaving.signal });
    await reached.promise;
    leaving.abort();
    await expect(gone).rejects.toThrow();
    go.resolve();
    expect((await call(given)).told).toMatchObject({ status: 'done', repeated: true });
    expect(inSpam()).toHaveLength(1);
  });
});

describe('who may not change anything', () => {
  const reading: Scope[] = ['mcp.calls.read', 'mcp.phonebook.read'];

  test('may plan it, and is told which scope the change needs', async () => {
    const as = callerWithAll({ voipms, scopes: reading });
    expect((await call({ number: caller }, { as })).told.status).toBe('dry_run');
    const { code, text } = await call({ number: caller, dry_run: false }, { as });
    expect(code).toBe('FORBIDDEN');
    expect(text).toContain('mcp.phonebook.write');
  });

  test('makes no change with a confirmation from when they might', async () => {
    const confirmation = await planned();
    const as = { ...who, scopes: new Set(reading) };
    expect((await call({ number: caller, dry_run: false, confirmation }, { as })).code).toBe('FORBIDDEN');
    expect(voipms.state.sent).toEqual([]);
  });

  test('because they chose to read is not even offered the tools', async () => {
    const as = { ...who, choice: { readOnly: true } };
    const client = await connect(() => server.serve(as));
    const names = (await client.listTools()).tools.map(({ name }) => name);
    expect(names).toContain('voipms_get_phonebook_entries');
    expect(names.filter((name) => /_(mark|unmark|add|remove|send)_/.test(name))).toEqual([]);
    const given = { number: caller, dry_run: false };
    await expect(client.callTool({ name: MARK, arguments: given })).rejects.toThrow(/for reading alone/);
  });
});

test('an e-mail goes once, to the address that was confirmed', async () => {
  const name = 'voipms_send_call_recording_email';
  const given = { recording: 'MjAwMzQ1LTQxNjU1NTAxMTc=', account: '200345_desk', email: 'ada@example.org' };
  const first = await call({ ...given, dry_run: false }, { name });
  expect(first.told.notes).toContain('What was sent cannot be taken back.');
  const { confirmation } = first.told;
  const other = await call({ ...given, email: 'eve@example.org', dry_run: false, confirmation }, { name });
  expect(other.code).toBe('INVALID_INPUT');
  for (let n = 0; n < 2; n += 1) await call({ ...given, dry_run: false, confirmation }, { name });
  expect(voipms.emails).toEqual(['ada@example.org']);
});

test('adding, removing and unmarking change the phonebook and can be undone', async () => {
  const confirmedCall = async (name: string, given: Record<string, unknown>) => {
    const { told } = await call({ ...given, dry_run: false }, { name });
    return (await call({ ...given, dry_run: false, confirmation: told.confirmation }, { name })).told.status;
  };
  const friends = { number: caller, group: 'Friends' };
  const members = (group: string) => voipms.state.groups.find(({ name }) => name === group)?.members.length;
  expect(await confirmedCall('voipms_add_number_to_phonebook_group', friends)).toBe('done');
  expect(members('Friends')).toBe(1);
  expect(await confirmedCall('voipms_remove_number_from_phonebook_group', friends)).toBe('done');
  expect(members('Friends')).toBe(0);
  expect(await confirmedCall(MARK, { number: caller })).toBe('done');
  expect(members('Spam')).toBe(2);
  expect(await confirmedCall('voipms_unmark_number_as_spam', { number: caller })).toBe('done');
  expect(members('Spam')).toBe(1);
});
