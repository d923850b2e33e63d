import { expect, test } from 'vitest';
import { expectNoSecret } from '../../test/fake-instance.ts';
import { optionsFor, sandboxForTest } from '../../test/sandbox-options.ts';
import { diagnoseDaktela } from './index.ts';

test('an instance in order has nothing to find', async () => {
  const sandbox = await sandboxForTest();
  const findings = await diagnoseDaktela(optionsFor(sandbox, 'demo'));
  expect(findings.length).toBeGreaterThan(10);
  for (const finding of findings) expect(finding).toMatchObject({ level: 'ok' });
  expect(findings[1]?.found).toContain('Europe/Prague');
});

test('what a role may not read, and what an instance does not have, are warnings', async () => {
  const sandbox = await sandboxForTest();
  const restricted = await diagnoseDaktela(optionsFor(sandbox, 'restricted'));
  const levels = Object.fromEntries(restricted.map(({ check, level }) => [check, level]));
  expect(levels).toMatchObject({ 'reading activitiesEmail': 'warning', 'reading tickets': 'ok' });
  const overseas = await diagnoseDaktela(optionsFor(sandbox, 'overseas'));
  expect(overseas.find(({ check }) => check === 'reading articles')).toMatchObject({ level: 'warning' });
  expect(overseas.find(({ check }) => check === 'time zone')).toMatchObject({ level: 'warning' });
});

test.each<[string, object, RegExp]>([
  ['a wrong password', { password: 'canary' }, /user name and password/],
  ['an address that is none', { url: 'http://127.0.0.1:1' }, /DAKTELA_ALLOWED_HOSTS/],
])('%s is a problem, with the way out', async (_, more, advice) => {
  const sandbox = await sandboxForTest();
  const findings = await diagnoseDaktela(optionsFor(sandbox, 'demo', more));
  expectNoSecret(findings);
  expect(findings).toEqual([expect.objectContaining({ level: 'problem', advice: expect.stringMatching(advice) })]);
});

test.each<[string, string]>([
  ['status=503', 'problem'],
  ['status=429', 'warning'],
])('%s is a %s', async (fault, level) => {
  const sandbox = await sandboxForTest();
  sandbox.daktela.setFault(fault);
  expect(await diagnoseDaktela(optionsFor(sandbox, 'demo'))).toEqual([expect.objectContaining({ level })]);
});
