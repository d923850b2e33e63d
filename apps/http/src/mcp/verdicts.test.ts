import { TelephonyError } from '@voxolib/telephony';
import { expect, test, vi } from 'vitest';
import { createVerdicts, type Verdict } from './verdicts.ts';

const token = `someone.${'a'.repeat(64)}`;

let clock = 1_000_000;
const now = () => clock;

test('an acceptance counts for a minute, and no longer', async () => {
  const ask = vi.fn<() => Promise<'accepted' | 'refused'>>().mockResolvedValue('accepted');
  const verdicts = createVerdicts(ask, { now });
  expect(await verdicts.of(token)).toMatchObject({ verdict: 'accepted' });
  clock += 59_000;
  ask.mockResolvedValue('refused');
  expect(await verdicts.of(token)).toMatchObject({ verdict: 'accepted' });
  clock += 2_000;
  expect(await verdicts.of(token)).toMatchObject({ verdict: 'refused' });
  expect(ask).toHaveBeenCalledTimes(2);
});

test('a refusal and a silence count for ten seconds', async () => {
  const answers: (Verdict | Error)[] = ['refused', new TelephonyError('UNAVAILABLE', 'down'), 'accepted'];
  const verdicts = createVerdicts(
    async () => {
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return answer as 'accepted' | 'refused';
    },
    { now },
  );
  expect((await verdicts.of(token)).verdict).toBe('refused');
  clock += 9_000;
  expect((await verdicts.of(token)).verdict).toBe('refused');
  clock += 2_000;
  expect((await verdicts.of(token)).verdict).toBe('unknown');
  clock += 11_000;
  expect((await verdicts.of(token)).verdict).toBe('accepted');
});

test('what has been proved wrong is forgotten at once', async () => {
  const ask = vi.fn(async () => 'accepted' as const);
  const verdicts = createVerdicts(ask, { now });
  await verdicts.of(token);
  verdicts.forget(token);
  await verdicts.of(token);
  expect(ask).toHaveBeenCalledTimes(2);
});

test('each process has its own key, and nothing that is remembered holds a token', async () => {
  const ids = await Promise.all([1, 2].map(async () => (await createVerdicts(async () => 'accepted').of(token)).id));
  expect(new Set(ids).size).toBe(2);
  for (const id of ids) expect(id).not.toContain('someone');
});
